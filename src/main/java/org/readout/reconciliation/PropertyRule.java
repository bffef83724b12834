package org.readout.reconciliation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readout.claim.Outcome;
import org.readout.claim.Property;

/**
 * All that depends on which property it is: how claims become a finding, what contradicts a value, and how a person's
 * words become one. A new property is one more of these in the list of {@link Rules}.
 *
 * @param <C> what is claimed
 * @param <S> what is selected from the claims
 */
public abstract class PropertyRule<C, S> {

    private final Property<C> property;
    private final Class<?> element;
    private final boolean many;

    /** A property of which one value is selected. */
    protected PropertyRule(Property<C> property, Class<S> selected) {
        this(property, selected, false);
    }

    /**
     * Either kind of property.
     *
     * @param element the class of a value, or of one in a list of them
     * @param many whether a list is selected
     */
    protected PropertyRule(Property<C> property, Class<?> element, boolean many) {
        this.property = property;
        this.element = element;
        this.many = many;
    }

    public final Property<C> property() {
        return property;
    }

    /** The name in the store. */
    public final String name() {
        return property.json();
    }

    /** The name in the API: of the call's field. */
    public final String field() {
        return property.field();
    }

    /** The class of a value selected, or of one in a list of them. */
    public final Class<?> element() {
        return element;
    }

    /** Whether a list is selected. */
    public final boolean many() {
        return many;
    }

    /** What the property is called where nobody states it: "No report states a duration." */
    protected abstract String what();

    /** What the claims come to. */
    abstract Finding<S> find(Hearing hearing);

    /** Whether what a claim says can be so where this is the value. */
    abstract boolean fits(C said, S selected);

    /**
     * The value that a person gives.
     *
     * @throws Given.Refused naming the part that gives none
     */
    public abstract S decide(Given given);

    /** What is found where no report says anything of it. */
    public final Finding<S> notStated() {
        return new Finding<>(
                null,
                Outcome.NOT_STATED,
                "not-stated",
                Explanations.notStated(what()),
                List.of(),
                List.of(),
                0,
                0,
                null);
    }

    /** The finding on this property; not stated where an older record has none. */
    @SuppressWarnings("unchecked")
    final Finding<S> in(Map<String, Finding<?>> findings) {
        Finding<?> found = findings.get(name());
        return found == null ? notStated() : (Finding<S>) found;
    }

    final @Nullable S selected(Map<String, Finding<?>> findings) {
        return in(findings).selected();
    }

    /** A value known to have been selected by this rule, or decided for it. */
    @SuppressWarnings("unchecked")
    final S cast(Object value) {
        boolean right = many
                ? value instanceof List<?> l && l.stream().allMatch(element::isInstance)
                : element.isInstance(value);
        if (!right) {
            throw new IllegalArgumentException("Not a value of " + property + ": " + value);
        }
        return (S) value;
    }
}
