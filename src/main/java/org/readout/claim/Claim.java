package org.readout.claim;

import org.jspecify.annotations.Nullable;

/**
 * One thing a report says.
 *
 * @param id unique within its article
 * @param property what it is about
 * @param value the value its words stand for, of the property's type, or null where the words give none ("lengthy")
 * @param text the wording
 * @param span where the wording stands; null when the caller gave the claim without a text
 * @param origin the deepest named source
 * @param relayer who passed the source's account on
 * @param modality how it is put forward
 * @param rule the rule that read it
 */
public record Claim(
        String id,
        Property<?> property,
        @Nullable Object value,
        String text,
        @Nullable Span span,
        Origin origin,
        @Nullable String relayer,
        Modality modality,
        String rule) {

    /** The rule of a claim that only says which call a statement belongs to; it is no evidence. */
    public static final String CONTEXT = "given-context";

    public Claim {
        if (value != null && !property.type().isInstance(value)) {
            throw new IllegalArgumentException(
                    property + " takes a " + property.type().getSimpleName() + ", not " + value);
        }
    }

    /** Whether the claim is evidence, rather than says which call it belongs to. */
    public boolean evidence() {
        return !rule.equals(CONTEXT);
    }

    /** The value as its type; for callers that have looked at the property. */
    public <C> @Nullable C value(Property<C> of) {
        return of.type().cast(value);
    }
}
