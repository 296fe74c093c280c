package wenyuan.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.exception.TikaException;

/** One XML part of an OFD, element by element. Prefixes don't count; a document type or an outer entity is an error. */
final class OfdReader implements AutoCloseable {
    private final InputStream bytes;
    private final XMLStreamReader xml;

    private OfdReader(InputStream bytes, XMLStreamReader xml) {
        this.bytes = bytes;
        this.xml = xml;
    }

    static OfdReader open(OfdPackage ofd, String path) throws IOException, TikaException, XMLStreamException {
        InputStream bytes = ofd.part(path);
        try {
            return new OfdReader(bytes, factory().createXMLStreamReader(bytes));
        } catch (XMLStreamException e) {
            bytes.close();
            throw e;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Goes to the start of the next element; false at the end of the part. */
    boolean nextElement() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** The name of the element, without prefix. */
    String element() {
        return xml.getLocalName();
    }

    /** An attribute of the element. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name));
    }

    /** The numbers in an attribute, like {@code "0 0 210 297"}; none when it is absent or holds anything else. */
    double[] numbers(String name) {
        try {
            return attribute(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(value -> value.split("[\\s,]+"))
                    .map(OfdReader::numbers)
                    .orElseGet(() -> new double[0]);
        } catch (NumberFormatException e) {
            return new double[0];
        }
    }

    /** The text of the element, which it leaves; breaks of the XML's own lines are dropped. */
    String text() throws XMLStreamException {
        return xml.getElementText().replaceAll("\\s*[\r\n]+\\s*", "");
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        xml.close();
        bytes.close();
    }

    private static double[] numbers(String[] written) {
        double[] numbers = new double[written.length];
        for (int i = 0; i < written.length; i++) {
            numbers[i] = Double.parseDouble(written[i]);
        }
        return numbers;
    }
}
