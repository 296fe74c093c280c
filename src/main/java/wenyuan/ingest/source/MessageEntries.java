package wenyuan.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.poi.hmef.CompressedRTF;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * A mail with attachments as Outlook saves it (MS-OXMSG): its text is one entry, named by its subject, each attachment
 * another. Properties lie in streams that are named by their number and type. A mail without attachments is no archive.
 */
final class MessageEntries implements Entries {
    private static final String ATTACHMENT = "__attach_version1.0_";
    private static final String PROPERTY = "__substg1.0_";
    private static final String SUBJECT = "0037";
    private static final String BODY = "1000";
    private static final String HTML_BODY = "10130102";
    private static final String RICH_BODY = "10090102";
    private static final String LONG_NAME = "3707";
    private static final String SHORT_NAME = "3704";
    private static final String DATA = "37010102";
    private static final String MESSAGE = "3701000D";
    private static final String UNICODE = "001F";
    private static final String BYTES = "001E";

    private final POIFSFileSystem file;
    private final Iterator<Entry> entries;

    private MessageEntries(POIFSFileSystem file, List<Entry> entries) {
        this.file = file;
        this.entries = entries.iterator();
    }

    /** Empty when nothing is attached, or it is no mail. */
    static Optional<Entries> open(Path path, String shown) throws IOException {
        if (!shown.toLowerCase(Locale.ROOT).endsWith(".msg")) {
            return Optional.empty();
        }
        POIFSFileSystem file = new POIFSFileSystem(path.toFile(), true);
        List<Entry> attached = attachments(file.getRoot());
        if (attached.isEmpty()) {
            file.close();
            return Optional.empty();
        }
        List<Entry> all = new ArrayList<>(body(file.getRoot()).stream().toList());
        all.addAll(attached);
        return Optional.of(new MessageEntries(file, all));
    }

    @Override
    public Optional<Entry> next() {
        return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
    }

    @Override
    public boolean survivesDamage() {
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static Optional<Entry> body(DirectoryEntry mail) throws IOException {
        String name = text(mail, SUBJECT).filter(subject -> !subject.isBlank()).orElse("正文");
        Optional<String> plain = text(mail, BODY).filter(text -> !text.isBlank());
        if (plain.isPresent()) {
            byte[] bytes = plain.orElseThrow().getBytes(StandardCharsets.UTF_8);
            return Optional.of(entry(part(name) + ".txt", out -> out.write(bytes)));
        }
        if (mail.hasEntry(PROPERTY + HTML_BODY)) {
            return Optional.of(entry(part(name) + ".html", out -> copy(mail, HTML_BODY, out)));
        }
        return mail.hasEntry(PROPERTY + RICH_BODY)
                ? Optional.of(entry(part(name) + ".rtf", out -> unpackRichText(mail, out)))
                : Optional.empty();
    }

    private static List<Entry> attachments(DirectoryEntry mail) throws IOException {
        List<Entry> attachments = new ArrayList<>();
        for (org.apache.poi.poifs.filesystem.Entry child : mail) {
            if (child instanceof DirectoryEntry attachment && child.getName().startsWith(ATTACHMENT)) {
                attachment(attachment).ifPresent(attachments::add);
            }
        }
        return attachments;
    }

    private static Optional<Entry> attachment(DirectoryEntry attachment) throws IOException {
        String name = text(attachment, LONG_NAME).orElse("");
        String shown = name.isBlank() ? text(attachment, SHORT_NAME).orElse("attachment") : name;
        if (attachment.hasEntry(PROPERTY + DATA)) {
            return Optional.of(entry(shown, out -> copy(attachment, DATA, out)));
        }
        return attachment.hasEntry(PROPERTY + MESSAGE)
                ? Optional.of(entry(shown + ".msg", out -> copyMessage(attachment, out)))
                : Optional.empty();
    }

    private static Entry entry(String name, Bytes bytes) {
        return new Entry(name, false, Optional.empty(), OptionalLong.empty(), bytes);
    }

    private static String part(String subject) {
        return subject.strip().replace('/', '／').replace('\\', '＼');
    }

    private static Optional<String> text(DirectoryEntry folder, String property) throws IOException {
        for (String type : List.of(UNICODE, BYTES)) {
            if (folder.hasEntry(PROPERTY + property + type)) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                copy(folder, property + type, bytes);
                return Optional.of(
                        type.equals(UNICODE)
                                ? bytes.toString(StandardCharsets.UTF_16LE)
                                : Names.decode(bytes.toByteArray()));
            }
        }
        return Optional.empty();
    }

    private static void copy(DirectoryEntry folder, String property, OutputStream out) throws IOException {
        try (InputStream in = stream(folder, property)) {
            in.transferTo(out);
        }
    }

    private static void unpackRichText(DirectoryEntry mail, OutputStream out) throws IOException {
        try (InputStream in = stream(mail, RICH_BODY)) {
            new CompressedRTF().decompress(in, out);
        }
    }

    /** A mail in a mail is a folder of the file's; as a file it is whole again. */
    private static void copyMessage(DirectoryEntry attachment, OutputStream out) throws IOException {
        if (attachment.getEntryCaseInsensitive(PROPERTY + MESSAGE) instanceof DirectoryEntry message) {
            try (POIFSFileSystem own = new POIFSFileSystem()) {
                EntryUtils.copyNodes(message, own.getRoot());
                own.writeFilesystem(out);
            }
        }
    }

    private static InputStream stream(DirectoryEntry folder, String property) throws IOException {
        if (folder.getEntryCaseInsensitive(PROPERTY + property) instanceof DocumentEntry document) {
            return new DocumentInputStream(document);
        }
        throw new IOException("the mail's property " + property + " is no stream");
    }
}
