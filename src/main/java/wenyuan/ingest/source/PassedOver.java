package wenyuan.ingest.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wenyuan.model.SkipCause;

/** Files that hold no document, known by their names. */
final class PassedOver {
    private static final Pattern TEMPORARY = Pattern.compile("~\\$.*|\\.~lock\\..*");
    private static final Pattern SYSTEM =
            Pattern.compile("thumbs\\.db|ehthumbs\\.db|desktop\\.ini|\\.ds_store|\\._.*|.*\\.lnk");
    private static final Pattern SYSTEM_FOLDER =
            Pattern.compile("(?i)(.*/)?(__MACOSX|\\.git|\\.svn|\\$RECYCLE\\.BIN|System Volume Information|@eaDir)/.*");
    private static final Pattern ASSET_FOLDER = Pattern.compile("(.*)[._]files");

    private static final Map<String, SkipCause> EXTENSIONS = extensions(Map.of(
            SkipCause.TEMPORARY, "tmp temp swp crdownload wbk asd",
            SkipCause.MEDIA,
                    "jpg jpeg jpe png gif bmp tif tiff webp ico svg psd heic mp3 wav wma m4a aac flac ogg amr mid mp4 avi mov "
                            + "wmv flv f4v swf mkv rm rmvb mpg mpeg 3gp vob",
            SkipCause.EXECUTABLE, "exe dll msi so dylib com bat cmd vbs jar apk class sys ocx drv",
            SkipCause.DATA, "json jsonl ndjson",
            SkipCause.PAGE_ASSET, "css js mjs map woff woff2 ttf ttc otf eot"));

    private static final Set<String> DOCUMENTS = Set.of(
            "doc", "docx", "docm", "dot", "dotx", "wps", "wpt", "xls", "xlsx", "et", "ppt", "pptx", "dps", "ofd", "odt",
            "ods", "odp", "epub", "msg", "eml");

    private PassedOver() {}

    /** Why {@code path} is passed over; the part after the last {@code /} is the file's name. */
    static Optional<SkipCause> cause(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (SYSTEM.matcher(name).matches() || SYSTEM_FOLDER.matcher(path).matches()) {
            return Optional.of(SkipCause.SYSTEM);
        }
        return TEMPORARY.matcher(name).matches()
                ? Optional.of(SkipCause.TEMPORARY)
                : Optional.ofNullable(EXTENSIONS.get(extension(name)));
    }

    /** Whether a folder of that name belongs to a saved page that lies beside it ({@code a_files} to {@code a.htm}). */
    static boolean belongsToPage(String folder, Predicate<String> beside) {
        var matcher = ASSET_FOLDER.matcher(folder);
        return matcher.matches() && Stream.of(".htm", ".html").anyMatch(end -> beside.test(matcher.group(1) + end));
    }

    /** Whether the name claims a document, even if its bytes look like a (damaged) zip. */
    static boolean namedAsDocument(String path) {
        return DOCUMENTS.contains(extension(path.toLowerCase(Locale.ROOT)));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Map<String, SkipCause> extensions(Map<SkipCause, String> lists) {
        return lists.entrySet().stream()
                .flatMap(list -> Stream.of(list.getValue().split(" ", -1)).map(word -> Map.entry(word, list.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
