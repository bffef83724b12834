package org.readout.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Phrases of folded words and what they stand for; finds the longest that begins at a word, in time of its length.
 *
 * @param <V> what a phrase stands for; a phrase may stand for several
 */
public final class PhraseTrie<V> {

    private static final class Node<V> {
        final Map<String, Node<V>> next = new HashMap<>(2);
        List<V> values = List.of();
    }

    /** A phrase found: its number of words and what it stands for. */
    public record Found<V>(int length, List<V> values) {}

    private final Node<V> root = new Node<>();

    /** Adds a phrase in any spelling; an empty one is passed over. */
    public void add(String phrase, V value) {
        List<String> words = Tokenizer.folded(phrase);
        if (words.isEmpty()) {
            return;
        }
        Node<V> node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, w -> new Node<>());
        }
        if (!node.values.contains(value)) {
            node.values = new ArrayList<>(node.values);
            node.values.add(value);
        }
    }

    /** The longest phrase that begins at word {@code from}. */
    public Optional<Found<V>> at(List<Token> tokens, int from) {
        Node<V> node = root;
        Found<V> best = null;
        for (int i = from; i < tokens.size(); i++) {
            node = node.next.get(tokens.get(i).folded());
            if (node == null) {
                break;
            }
            if (!node.values.isEmpty()) {
                best = new Found<>(i - from + 1, node.values);
            }
        }
        return Optional.ofNullable(best);
    }

    /** What the whole of {@code phrase} stands for; empty when it is no phrase of this trie. */
    public List<V> get(String phrase) {
        Node<V> node = root;
        for (String word : Tokenizer.folded(phrase)) {
            node = node.next.get(word);
            if (node == null) {
                return List.of();
            }
        }
        return List.copyOf(node.values);
    }
}
