package wenyuan.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * A mail with attachments (RFC 5322, MIME): its text is one entry, named by its subject, each attachment another. A mail
 * inside a mail is an entry. Of a text that comes as plain and as HTML, the first counts. A mail without attachments is no
 * archive.
 */
final class MailEntries implements Entries {
    /** How a mail begins; nothing in it is surer. */
    private static final Pattern HEAD = Pattern.compile(
            "(?i)(?:received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|reply-to|sender"
                    + "|dkim-signature|content-type|x-[\\w-]{1,40}): ?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n[\\w-]{1,60}:");

    private final InputStream file;
    private final MimeTokenStream parts;
    private final String subject;
    private boolean textGiven;

    private MailEntries(InputStream file, MimeTokenStream parts, String subject) {
        this.file = file;
        this.parts = parts;
        this.subject = subject;
    }

    /** Whether a file that begins with {@code head} may be a mail. */
    static boolean isMail(String head) {
        return HEAD.matcher(head).lookingAt();
    }

    /** Empty when nothing is attached, or it is no mail after all. */
    static Optional<Entries> open(Path path) throws IOException {
        Optional<String> subject = subjectOfFull(path);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        InputStream file = Files.newInputStream(path);
        return Optional.of(new MailEntries(file, stream(file), subject.orElseThrow()));
    }

    @Override
    public Optional<Entry> next() throws IOException {
        try {
            MailPart part = new MailPart();
            for (EntityState state = parts.next(); state != EntityState.T_END_OF_STREAM; state = parts.next()) {
                switch (state) {
                    case T_START_HEADER -> part = new MailPart();
                    case T_FIELD -> part.take(parts.getField());
                    case T_BODY -> {
                        Optional<Entry> entry = entry(part);
                        if (entry.isPresent()) {
                            return entry;
                        }
                    }
                    default -> {}
                }
            }
            return Optional.empty();
        } catch (MimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private Optional<Entry> entry(MailPart part) {
        String type = parts.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        if (part.name().isPresent()) {
            return Optional.of(entry(part.name().orElseThrow()));
        }
        if (type.equals("message/rfc822")) {
            return Optional.of(entry("mail.eml"));
        }
        if (!type.startsWith("text/") || textGiven) {
            return Optional.empty();
        }
        textGiven = true;
        return Optional.of(entry((subject.isEmpty() ? "正文" : subject) + (type.equals("text/html") ? ".html" : ".txt")));
    }

    private Entry entry(String name) {
        Bytes bytes = Entries.read(() -> unclosed(parts.getDecodedInputStream()));
        return new Entry(name, false, Optional.empty(), OptionalLong.empty(), bytes);
    }

    /** The subject of a mail with attachments; empty when there are none. */
    private static Optional<String> subjectOfFull(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            MimeTokenStream parts = stream(file);
            MailPart mail = new MailPart();
            MailPart part = mail;
            for (EntityState state = parts.getState(); state != EntityState.T_END_OF_STREAM; state = parts.next()) {
                if (state == EntityState.T_START_BODYPART) {
                    part = new MailPart();
                } else if (state == EntityState.T_FIELD) {
                    part.take(parts.getField());
                } else if (state == EntityState.T_BODY && part != mail && isAttachment(part, parts)) {
                    return Optional.of(mail.subject());
                }
            }
            return Optional.empty();
        } catch (MimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isAttachment(MailPart part, MimeTokenStream parts) {
        return part.name().isPresent()
                || parts.getBodyDescriptor().getMimeType().equals("message/rfc822");
    }

    private static MimeTokenStream stream(InputStream file) {
        MimeTokenStream parts = new MimeTokenStream(MimeConfig.custom()
                .setMaxLineLen(1 << 20)
                .setMaxHeaderLen(1 << 20)
                .build());
        parts.setRecursionMode(RecursionMode.M_NO_RECURSE);
        parts.parse(file);
        return parts;
    }

    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }
}
