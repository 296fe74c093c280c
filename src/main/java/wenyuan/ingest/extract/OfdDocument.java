package wenyuan.ingest.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.tika.exception.TikaException;

/**
 * The table of contents of an OFD document.
 *
 * @param pages paths of the pages, in their order
 * @param templates paths of what pages may lie on, by ID
 */
record OfdDocument(List<String> pages, Map<String, String> templates) {
    static OfdDocument read(OfdPackage ofd, String path) throws IOException, TikaException, XMLStreamException {
        List<String> pages = new ArrayList<>();
        Map<String, String> templates = new LinkedHashMap<>();
        try (OfdReader document = OfdReader.open(ofd, path)) {
            while (document.nextElement()) {
                Optional<String> location =
                        document.attribute("BaseLoc").map(written -> OfdPackage.absolute(path, written));
                if (document.element().equals("Page")) {
                    location.ifPresent(pages::add);
                } else if (document.element().equals("TemplatePage")) {
                    String id = document.attribute("ID").orElse("");
                    location.ifPresent(template -> templates.put(id, template));
                }
            }
        }
        return new OfdDocument(pages, templates);
    }

    /** Where the templates with these IDs are. */
    List<String> paths(Set<String> ids) {
        return templates.entrySet().stream()
                .filter(template -> ids.contains(template.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }
}
