package org.readout.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in one order, narrowed by what was asked for; it leads on and back.
 *
 * @param <E> the entity of the rows
 */
public final class Listing<E> {

    /**
     * By what rows are sorted: a column, and the id where that is the same.
     *
     * @param readKey of a cursor's word
     */
    public record Order<E>(
            String column,
            boolean descending,
            Function<E, Object> key,
            Function<String, Object> readKey,
            Function<E, Object> id,
            Function<String, Object> readId) {

        /** The latest first. */
        public static <E> Order<E> latest(String column, Function<E, Instant> time, Function<E, UUID> id) {
            return new Order<>("t." + column, true, time::apply, Instant::parse, id::apply, UUID::fromString);
        }

        /** From A to Z. */
        public static <E> Order<E> alphabetical(String column, Function<E, String> name, Function<E, String> id) {
            return new Order<>("t." + column, false, name::apply, w -> w, id::apply, w -> w);
        }

        private Cursor at(E row) {
            return Cursor.of(key.apply(row).toString(), id.apply(row).toString());
        }
    }

    private final Class<E> entity;
    private final String table;
    private final Order<E> order;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> bound = new LinkedHashMap<>();

    /**
     * @param table as it stands after the columns; conditions call it t
     */
    public Listing(Class<E> entity, String table, Order<E> order) {
        this.entity = entity;
        this.table = table;
        this.order = order;
    }

    /** Only those of which this is true. */
    public Listing<E> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Only those of which this is true, if it was asked for: {@code value} is what the condition calls :name. */
    public Listing<E> where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            bound.put(name, value);
        }
        return this;
    }

    /** The part of them that is asked for, with how many there are in all if that is. */
    Page<E> page(EntityManager entities, Paging paging, boolean counted) {
        Cursor place = paging.after(2);
        boolean descending = order.descending() != paging.back();
        Query query = entities.createNativeQuery(
                "select t.*" + from(place == null ? null : descending ? "<" : ">") + " order by " + order.column()
                        + (descending ? " desc, t.id desc" : ", t.id"),
                entity);
        bound.forEach(query::setParameter);
        if (place != null) {
            query.setParameter("cursorKey", place.key(0, order.readKey()));
            query.setParameter("cursorId", place.key(1, order.readId()));
        }
        List<E> found = query.setMaxResults(paging.most() + 1).getResultList().stream()
                .map(entity::cast)
                .toList();
        Page<E> page = Page.between(found, paging, order::at);
        return counted ? page.of(count(entities)) : page;
    }

    private long count(EntityManager entities) {
        Query query = entities.createNativeQuery("select count(*)" + from(null), Long.class);
        bound.forEach(query::setParameter);
        return (Long) query.getSingleResult();
    }

    private String from(@Nullable String beside) {
        List<String> all = new ArrayList<>(conditions);
        if (beside != null) {
            all.add("(" + order.column() + ", t.id) " + beside + " (:cursorKey, :cursorId)");
        }
        return " " + table + (all.isEmpty() ? "" : " where " + String.join(" and ", all));
    }
}
