package org.readout.call;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells who published an article and what it repeats; whoever keeps the articles answers it. */
public interface ArticleDirectory {

    Map<UUID, ArticleFacts> facts(Collection<UUID> articleIds);
}
