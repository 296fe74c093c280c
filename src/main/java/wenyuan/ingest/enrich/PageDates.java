package wenyuan.ingest.enrich;

import static java.util.Comparator.comparingInt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Cue;
import wenyuan.model.PageDate;
import wenyuan.model.Rule;
import wenyuan.model.Span;
import wenyuan.model.Trigger;
import wenyuan.model.Zone;

/** Finds when a site says that it published the page, in the zones around the text. */
final class PageDates {
    private static final Pattern LABEL =
            Pattern.compile("(?:发[^\\n]{0,6}布|发[^\\n]{0,6}表|时[^\\n]{0,5}间|日期)[^\\n]{0,8}$");
    private static final Pattern LABEL_AFTER = Pattern.compile("^[^\\n]{0,10}(?:发布|发表|上传)");
    private static final int EARLIEST = 1990;
    private static final int LATEST = 2099;

    private PageDates() {}

    /** A date beside 发布, 发表 or 时间; else one in front of the text; else one behind it. */
    static Optional<PageDate> of(Material material) {
        Rule rule = material.rules().chronology().cues().get(Cue.PAGE_DATE);
        return material.cleaned().zones().stream()
                .flatMap(zone -> found(rule, zone))
                .min(comparingInt(Found::rank))
                .map(Found::date);
    }

    private static Stream<Found> found(Rule rule, Zone zone) {
        Passage passage = Passage.inZone(zone, new Span(0, zone.text().length()), Trigger.Part.OPENING);
        return rule.all(passage.text()).flatMap(match -> found(rule, zone, passage, match).stream());
    }

    private static Optional<Found> found(Rule rule, Zone zone, Passage passage, MatchResult match) {
        return date(match)
                .map(date -> new PageDate(date, passage.evidence(rule.id(), match)))
                .map(date -> new Found(rank(zone, passage.text(), match), date));
    }

    private static int rank(Zone zone, String text, MatchResult match) {
        boolean labelled = LABEL.matcher(text.substring(0, match.start())).find()
                || LABEL_AFTER.matcher(text.substring(match.end())).find();
        return (zone.before() == 0 ? 0 : 1) + (labelled ? 0 : 2);
    }

    private static Optional<LocalDate> date(MatchResult match) {
        try {
            LocalDate date = LocalDate.of(number(match, "y"), number(match, "m"), number(match, "d"));
            return Optional.of(date).filter(d -> d.getYear() >= EARLIEST && d.getYear() <= LATEST);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(MatchResult match, String group) {
        return Integer.parseInt(match.group(group));
    }

    private record Found(int rank, PageDate date) {}
}
