package wenyuan.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import wenyuan.model.Attributes;
import wenyuan.model.Block;
import wenyuan.model.Claim;
import wenyuan.model.Dating;
import wenyuan.model.Document;
import wenyuan.model.FormulaUse;
import wenyuan.model.Heading;
import wenyuan.model.Label;
import wenyuan.model.Source;
import wenyuan.model.Span;
import wenyuan.model.Taxonomy;
import wenyuan.search.Material.Word;
import wenyuan.text.Token;

/**
 * As many speeches as wanted, of about 2,500 characters, which need no place: each is made again from its number whenever it is
 * read. Their sentences are real, some oftener than others; one word in eight is another of its kind, and names and numbers
 * are new, so that pairs of letters spread as in a large archive. Thread-safe.
 */
public final class GeneratedArchive implements Texts {
    private static final double MEAN_LENGTH = 2400;
    private static final int REPLACED = 8;
    private static final String NAMES =
            "安宁平和清河东山南湖北岭西江长兴广济永福新城古渡青石白云红旗金沙龙泉马家李王张陈杨柳桥镇大小上下前后高林梅兰竹菊松柏荷塘井坝坪坡湾洲滩溪潭峰谷台屯堡寨营庄店铺集关口界首尾阳阴明光辉华荣昌盛顺利通达远志诚信义仁德";
    private static final List<String> PLACES = List.of("县", "市", "镇", "乡", "村", "街道", "社区");
    private static final String NUMERALS = "一二三四五六七八九十";

    private final long seed;
    private final Material material;
    private final Taxonomy taxonomy;

    /** Speeches of this seed. */
    public GeneratedArchive(long seed, Material material, Taxonomy taxonomy) {
        this.seed = seed;
        this.material = material;
        this.taxonomy = taxonomy;
    }

    /** A document with the words that a segmenter would find in it. */
    public record Made(Document document, List<Token> tokens) {}

    @Override
    public Optional<Document> find(String documentId) {
        return Optional.of(made(Long.parseLong(documentId, 16)).document());
    }

    /** The document with this number. */
    public Made made(long number) {
        // neighbouring seeds give similar first values
        Random random = new Random(seed + number * 0x9E3779B97F4A7C15L);
        return new Draft(random).made(number);
    }

    /** One document while it is written. */
    private final class Draft {
        private final Random random;
        private final StringBuilder text = new StringBuilder();
        private final List<Token> tokens = new ArrayList<>();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Heading> outline = new ArrayList<>();
        private final List<Span> sentences = new ArrayList<>();
        private final String place;

        Draft(Random random) {
            this.random = random;
            this.place = name();
        }

        Made made(long number) {
            Label meeting = skewed(taxonomy.meetings());
            Label theme = skewed(taxonomy.themes());
            int year = 2024 - (int) (20 * Math.pow(random.nextDouble(), 1.5));
            title(meeting, theme, year);
            line(Block.Kind.SALUTATION, () -> add(Word.of("同志们", "n"), Word.of("：", "w")));
            int length = (int) Math.clamp(MEAN_LENGTH * Math.exp(0.45 * random.nextGaussian() - 0.1), 300, 15_000);
            int parts = 2 + random.nextInt(4);
            paragraphs(length / (parts + 1));
            for (int part = 1; part <= parts; part++) {
                heading(1, part);
                paragraphs(length / (parts + 1));
            }
            String id = String.format(Locale.ROOT, "%016x", number);
            Span title = blocks.getFirst().span();
            String whole = text.toString();
            Document document = new Document(
                    id,
                    title.of(whole),
                    Optional.of(title),
                    whole,
                    blocks,
                    outline,
                    sentences,
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    attributes(meeting, theme, year),
                    List.of(new Source("年份" + year + "/" + id + ".txt", "资料库" + number % 7, false)),
                    id,
                    "");
            return new Made(document, tokens);
        }

        private void title(Label meeting, Label theme, int year) {
            line(Block.Kind.TITLE, () -> {
                add(Word.of("在", "p"));
                place();
                if (random.nextInt(3) == 0) {
                    add(Word.of(Integer.toString(year), "m"), Word.of("年", "q"));
                }
                add(Word.of(head(theme.name()), "n"), Word.of(head(meeting.name()), "n"));
                add(Word.of("上", "f"), Word.of("的", "u"), Word.of("讲话", "n"));
            });
        }

        private void heading(int level, int ordinal) {
            int start = text.length();
            line(Block.Kind.HEADING, () -> {
                String numeral = NUMERALS.substring(ordinal - 1, ordinal);
                add(Word.of(numeral, "m"), Word.of("、", "w"));
                List<List<Word>> from = material.headings().isEmpty() ? material.sentences() : material.headings();
                varied(from.get(random.nextInt(from.size())));
            });
            outline.add(new Heading(level, ordinal, new Span(start, text.length() - 1)));
        }

        private void paragraphs(int length) {
            int end = text.length() + length;
            while (text.length() < end) {
                int least = Math.min(end, text.length() + 80 + random.nextInt(250));
                line(Block.Kind.PARAGRAPH, () -> {
                    while (text.length() < least) {
                        sentence();
                    }
                });
            }
        }

        private void sentence() {
            int start = text.length();
            List<List<Word>> all = material.sentences();
            varied(all.get((int) (all.size() * Math.pow(random.nextDouble(), 1.6))));
            if ("。！？；".indexOf(text.charAt(text.length() - 1)) < 0) {
                add(Word.of("。", "w"));
            }
            sentences.add(new Span(start, text.length()));
        }

        private void line(Block.Kind kind, Runnable content) {
            int start = text.length();
            content.run();
            blocks.add(new Block(kind, new Span(start, text.length())));
            if (kind != Block.Kind.PARAGRAPH) {
                sentences.add(new Span(start, text.length()));
            }
            text.append('\n');
        }

        /** The same with other names, numbers and now and then another word. */
        private void varied(List<Word> words) {
            for (Word word : words) {
                String nature = word.nature();
                if (nature.startsWith("ns") || nature.startsWith("nr")) {
                    place();
                } else if (nature.equals("m") && random.nextInt(3) > 0) {
                    add(Word.of(number(), "m"));
                } else if (random.nextInt(REPLACED) == 0 && "nvad".indexOf(nature.charAt(0)) >= 0) {
                    add(other(nature));
                } else {
                    add(word);
                }
            }
        }

        private Word other(String nature) {
            List<Word> all = material.of(nature);
            return all.get(random.nextInt(all.size()));
        }

        private void place() {
            String name = random.nextInt(25) == 0 ? "××" : random.nextInt(3) == 0 ? place : name();
            add(Word.of(name, "ns"), Word.of(PLACES.get(random.nextInt(PLACES.size())), "n"));
        }

        private String name() {
            return "" + NAMES.charAt(random.nextInt(NAMES.length())) + NAMES.charAt(random.nextInt(NAMES.length()));
        }

        private String number() {
            if (random.nextBoolean()) {
                return Integer.toString(1 + random.nextInt(random.nextInt(3) == 0 ? 10_000 : 300));
            }
            int ten = random.nextInt(10);
            return (ten < 2 ? "" : NUMERALS.substring(ten - 1, ten) + "十")
                    + NUMERALS.charAt(random.nextInt(NUMERALS.length() - 1));
        }

        private void add(Word... words) {
            for (Word word : words) {
                int start = text.length();
                text.append(word.text());
                tokens.add(new Token(word.normal(), new Span(start, text.length()), word.nature()));
            }
        }

        private Attributes attributes(Label meeting, Label theme, int year) {
            List<Claim> themes = Stream.generate(() -> skewed(taxonomy.themes()))
                    .limit(random.nextInt(3))
                    .filter(other -> !other.equals(theme))
                    .distinct()
                    .map(GeneratedArchive::claim)
                    .toList();
            return new Attributes(
                    Optional.of(claim(meeting)),
                    List.of(),
                    Optional.empty(),
                    dating(year),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(claim(skewed(taxonomy.kinds()))),
                    Optional.of(claim(skewed(taxonomy.levels()))),
                    Optional.of(claim(skewed(taxonomy.speakers()))),
                    Stream.concat(Stream.of(claim(theme)), themes.stream()).toList(),
                    List.of(),
                    List.of(),
                    Stream.generate(() -> skewed(taxonomy.formulas()))
                            .limit(random.nextInt(16))
                            .distinct()
                            .map(label -> new FormulaUse(label, List.of(), 1))
                            .toList(),
                    List.of(),
                    List.of());
        }

        private Dating dating(int year) {
            return switch (random.nextInt(10)) {
                case 0 -> new Dating.Unknown(List.of());
                case 1 -> new Dating.Disputed(year, List.of(year, year - 2), List.of());
                case 2, 3 -> new Dating.Inferred(year, List.of());
                default -> new Dating.Known(year, List.of());
            };
        }

        /** The first ones oftener. */
        private Label skewed(List<Label> labels) {
            return labels.get((int) (labels.size() * Math.pow(random.nextDouble(), 2)));
        }
    }

    private static Claim claim(Label label) {
        return new Claim(label, 1, List.of());
    }

    private static String head(String name) {
        return name.split("[/·（(]", -1)[0];
    }
}
