package wenyuan.config;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wenyuan.model.Chronology.Epoch;
import wenyuan.model.Formula;
import wenyuan.model.Formulas;
import wenyuan.model.Label;
import wenyuan.text.Normal;

/** Reads {@code formulas.yaml}: the ledger of formulas, and the terms that nobody used before a year. */
final class FormulasReader {
    private static final int NO_END = 9999;
    private static final Pattern DATE = Pattern.compile("[12]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");

    private final Map<String, YamlNode> entries;

    private FormulasReader(List<YamlNode> entries) {
        this.entries = entries.stream().collect(toMap(entry -> entry.get("id").text(), entry -> entry));
    }

    /** The ledger. */
    static Formulas read(RuleFile file) {
        List<YamlNode> entries = file.only("formulas", "terms").section("formulas");
        FormulasReader reader = new FormulasReader(entries);
        Formulas formulas = new Formulas(entries.stream().map(reader::formula).toList());
        checkSpellings(entries);
        formulas.all().forEach(formula -> reader.checkSuccessor(formula, formulas));
        return formulas;
    }

    /** Terms that date a text, those of formulas and the others, earliest first. */
    static List<Epoch> terms(RuleFile file) {
        Wording wording = new Wording(List.of());
        Stream<Epoch> ofFormulas = file.section("formulas").stream()
                .flatMap(entry -> entry.items("dates").stream().map(term -> term(entry, term, wording)));
        Stream<Epoch> others = file.section("terms").stream()
                .map(term -> new Epoch(
                        wording.rule(term.only("id", "match", "from", "checked")),
                        term.get("from").integer(),
                        NO_END,
                        checked(term)));
        return Stream.concat(ofFormulas, others)
                .sorted(Comparator.comparingInt(Epoch::from))
                .toList();
    }

    /** Its year is that in which the formula was first seen, unless ordinary texts took it up later. */
    private static Epoch term(YamlNode entry, YamlNode term, Wording wording) {
        return new Epoch(
                wording.rule(term.only("id", "match", "from", "slack")),
                term.find("from")
                        .map(YamlNode::integer)
                        .orElseGet(() -> firstSeen(entry).year()),
                NO_END,
                !term.find("slack").map(YamlNode::flag).orElse(!checked(entry)));
    }

    private Formula formula(YamlNode entry) {
        entry.only(
                "id", "wording", "variants", "firstSeen", "source", "checked", "successor", "related", "note", "dates");
        return new Formula(
                new Label(entry.get("id").text(), wording(entry).text()),
                spellings(entry).map(FormulasReader::spelling).toList(),
                firstSeen(entry),
                entry.find("successor").map(this::known),
                entry.items("related").stream().map(this::known).toList(),
                entry.find("note").map(YamlNode::text).orElse(""));
    }

    /** An entry without a wording is called by its id. */
    private static YamlNode wording(YamlNode entry) {
        return entry.find("wording").orElseGet(() -> entry.get("id"));
    }

    private static Stream<YamlNode> spellings(YamlNode entry) {
        List<YamlNode> variants = entry.items("variants");
        variants.forEach(FormulasReader::checkNormal);
        return Stream.concat(Stream.of(wording(entry)), variants.stream());
    }

    /** A variant in traditional script or capitals would not be what is found, and nobody would notice. */
    private static void checkNormal(YamlNode variant) {
        if (!spelling(variant).equals(variant.text())) {
            throw variant.expected("the normal form \"" + spelling(variant) + "\"");
        }
    }

    private static String spelling(YamlNode written) {
        return Normal.of(written.text()).text();
    }

    private static Formula.FirstSeen firstSeen(YamlNode entry) {
        YamlNode date = entry.get("firstSeen");
        if (!DATE.matcher(date.text()).matches()) {
            throw date.expected("a date such as 2017, 2017-10 or 2017-10-18");
        }
        return new Formula.FirstSeen(date.text(), entry.get("source").text(), checked(entry));
    }

    private static boolean checked(YamlNode entry) {
        return entry.find("checked").map(YamlNode::flag).orElse(true);
    }

    private String known(YamlNode id) {
        if (!entries.containsKey(id.text())) {
            throw id.expected("the id of a formula");
        }
        return id.text();
    }

    private static void checkSpellings(List<YamlNode> entries) {
        Map<String, YamlNode> owners = new HashMap<>();
        for (YamlNode entry : entries) {
            spellings(entry).forEach(written -> {
                String letters = Normal.of(written.text()).letters().text();
                YamlNode owner = owners.putIfAbsent(letters, written);
                if (letters.length() < 2) {
                    throw written.expected("a wording of two letters or more");
                } else if (owner != null) {
                    throw written.expected("a wording that does not stand at " + owner.where() + " too");
                }
            });
        }
    }

    private void checkSuccessor(Formula formula, Formulas formulas) {
        Set<Formula> passed = new HashSet<>();
        for (Formula now = formula; now.successor().isPresent(); ) {
            if (!passed.add(now)) {
                throw node(formula).get("successor").expected("a successor that does not lead back here");
            }
            Formula next = formulas.find(now.successor().get()).orElseThrow();
            if (now.firstSeen().after(next.firstSeen())) {
                throw node(now)
                        .get("firstSeen")
                        .expected(
                                "a date not after " + next.firstSeen().date() + ", when its successor was first seen");
            }
            now = next;
        }
    }

    private YamlNode node(Formula formula) {
        return Objects.requireNonNull(entries.get(formula.label().id()));
    }
}
