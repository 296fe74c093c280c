package wenyuan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import wenyuan.store.Searches;

/** Saved searches as JSON. Field names are a contract. */
public final class SavedJson {
    private SavedJson() {}

    /**
     * A saved search with what it finds now.
     *
     * @param query what was typed
     * @param documents number of all that it finds
     * @param fresh ids of those that came after the last look
     */
    public static ObjectNode search(Searches.Saved saved, String query, long documents, List<String> fresh) {
        ObjectNode node = Json.object();
        node.put("name", saved.name());
        node.put("query", query);
        node.put("address", saved.address());
        node.put("documents", documents);
        node.put("new", fresh.size());
        node.set("newIds", Json.strings(fresh));
        node.put("seenAt", saved.seenAt().toString());
        return node;
    }
}
