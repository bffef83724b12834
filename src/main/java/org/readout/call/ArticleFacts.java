package org.readout.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record needs to know of an article.
 *
 * @param publisher who published it
 * @param copyOf the article it repeats, itself when it repeats none
 */
public record ArticleFacts(@Nullable String publisher, UUID copyOf) {}
