package wenyuan.ingest.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wenyuan.model.Evidence;
import wenyuan.model.Slot;
import wenyuan.model.Span;
import wenyuan.text.Familiarity;

/**
 * Finds the one name that was forgotten when all others were made placeholders: ××街道 everywhere, and 某阳街道 once. Several
 * different names of a kind are names that were meant to stay.
 */
final class NameLeak {
    private static final int LEAST_SLOTS = 3;
    private static final int LEAST_OF_UNIT = 2;
    private static final int MOST_NAMES = 1;
    /** What may stand before a name; without it the words of a clause would be taken for one. */
    private static final String BEFORE = "(?<=[对在到向为与和及给把请从，。、；：“”（,;:( \n]|代表|来自|感谢|我们)";
    /** Two or three characters that are no words of organisation. */
    private static final String NAME =
            "([\\p{IsHan}&&[^全各我本该某这那每个的有一二三四两几是市区县镇乡村街道社党员干部群众基层城农机关辖驻省委局办和与及或等大小新老多]]{2,3})";

    private static final List<String> UNITS = List.of("街道", "社区", "镇", "乡", "村", "县", "区");
    private static final Map<String, Pattern> PLACES = UNITS.stream()
            .collect(Collectors.toUnmodifiableMap(
                    unit -> unit, unit -> Pattern.compile(BEFORE + NAME + unit + "(?![级域城村里民长别])")));
    private static final List<String> TITLES = List.of("书记", "主任", "部长", "县长", "市长", "区长", "镇长", "乡长", "局长", "政委");
    private static final int LONGEST_NAME = 3;
    private static final Pattern PERSON = Pattern.compile(
            BEFORE + "([王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕])" + "(书记|主任|部长|县长|市长|区长|镇长|乡长|局长|政委)(?!会议|办公)");

    private NameLeak() {}

    /** The forgotten names; empty when there are too few placeholders to say so. */
    static List<Evidence> evidence(String text, List<Slot> slots) {
        List<Evidence> evidence = new ArrayList<>();
        if (count(slots, Slot.Kind.PLACE) >= LEAST_SLOTS) {
            UNITS.stream()
                    .filter(unit -> hidden(unit, text, slots) >= LEAST_OF_UNIT)
                    .forEach(unit -> evidence.addAll(only("leak.place", PLACES.get(unit), List.of(unit), text)));
        }
        if (count(slots, Slot.Kind.PERSON) >= LEAST_SLOTS) {
            evidence.addAll(only("leak.person", PERSON, TITLES, text));
        }
        return evidence;
    }

    /** How many placeholders stand for the name of a unit of that kind. */
    private static long hidden(String unit, String text, List<Slot> slots) {
        return slots.stream()
                .filter(slot -> slot.kind() == Slot.Kind.PLACE
                        && text.startsWith(unit, slot.span().end()))
                .count();
    }

    private static long count(List<Slot> slots, Slot.Kind kind) {
        return slots.stream().filter(slot -> slot.kind() == kind).count();
    }

    /** 成立街道, 要加强社区: what looks like a name may be what is done. */
    private static boolean action(String name) {
        return name.length() > 1
                && (Familiarity.isVerb(name.substring(name.length() - 2)) || Familiarity.isVerb(name.substring(0, 2)));
    }

    private static List<Evidence> only(String rule, Pattern pattern, List<String> titles, String text) {
        Map<String, Evidence> names = new TreeMap<>();
        Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
        for (String title : titles) {
            for (int at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1)) {
                matcher.region(Math.max(0, at - LONGEST_NAME), at + title.length());
                if (matcher.find() && !action(matcher.group(1))) {
                    names.putIfAbsent(
                            matcher.group(), Evidence.inText(rule, text, new Span(matcher.start(), matcher.end())));
                }
            }
        }
        return names.size() > MOST_NAMES ? List.of() : List.copyOf(names.values());
    }
}
