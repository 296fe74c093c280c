package wenyuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.config.RuleBookReader;
import wenyuan.store.Home;
import wenyuan.text.Segmenter;
import wenyuan.text.Token;

/** From a word that nobody knows to an index that does. */
class WordsIT {
    private static final List<String> BEFORE = List.of("每位", "社区", "选出", "请", "帮助", "走访", "优秀", "全体", "依靠");
    private static final List<String> AFTER = List.of("很忙", "主动上门", "到会", "说话", "来了", "带头", "是好人", "认真", "也有事");

    /** A text of nothing but one word would give no measure of how often letters meet by chance. */
    private static final List<String> FILLER = List.of(
            "今年雨水多，河堤要早修，仓库里的沙袋先点清楚。医生下乡两天，量血压的老人排到门口，药箱很快空了。",
            "学校的操场铺好了，孩子们跑步时再也不怕泥水。路灯一盏一盏亮起来，晚上回家的人走得放心。",
            "果园里新栽的梨树活了九成，技术员教大家剪枝。收购价格比去年高，卖梨的钱先还了贷款。");

    @TempDir
    Path folder;

    private void write(int number) throws IOException {
        Random random = new Random(7);
        Path files = Files.createDirectories(folder.resolve("文件"));
        for (int i = 0; i < number; i++) {
            StringBuilder text = new StringBuilder("在第" + i + "次会议上的讲话\n");
            for (int sentence = 0; sentence < 4; sentence++) {
                text.append(BEFORE.get(random.nextInt(BEFORE.size())))
                        .append("楼门长")
                        .append(AFTER.get(random.nextInt(AFTER.size())))
                        .append("。");
            }
            text.append("\n").append(FILLER.get(i % FILLER.size()));
            Files.writeString(files.resolve(i + ".txt"), text);
        }
    }

    private static List<String> cut(Home home) {
        return Segmenter.with(RuleBookReader.read(home.overrides()).labels().words()).segment("请楼门长来").stream()
                .map(Token::text)
                .toList();
    }

    private static List<String> proposed(JsonNode words) {
        return StreamSupport.stream(words.get("proposals").spliterator(), false)
                .map(proposal -> proposal.get("word").asText())
                .toList();
    }

    @Test
    void aNewWordIsFoundAcceptedAndAppliedByReindex() throws IOException {
        write(12);
        Home home = new Home(folder.resolve("home"));
        Program program = Program.over(home.root());
        program.json("import", folder.resolve("文件").toString(), "--json");
        assertFalse(cut(home).contains("楼门长"));
        JsonNode found = program.json("words", "--propose", "--json");
        assertTrue(proposed(found).contains("楼门长"), found::toString);
        assertFalse(found.get("reindexNeeded").asBoolean());
        JsonNode proposal = found.get("proposals").get(proposed(found).indexOf("楼门长"));
        assertEquals(48, proposal.get("frequency").asInt());
        assertEquals(12, proposal.get("documents").asInt());
        JsonNode accepted = program.json("words", "--accept", "楼门长", "--json");
        assertEquals("[\"楼门长\"]", accepted.get("own").toString());
        assertTrue(accepted.get("reindexNeeded").asBoolean());
        program.json("reindex", "--json");
        JsonNode after = program.json("words", "--propose", "--json");
        assertFalse(after.get("reindexNeeded").asBoolean());
        assertFalse(proposed(after).contains("楼门长"), after::toString);
        assertEquals(List.of("请", "楼门长", "来"), cut(home));
        assertEquals(12, program.json("search", "楼门长", "--json").get("total").asInt());
    }

    @Test
    void aWrongLineOfTheLexiconStopsTheStart() throws IOException {
        write(1);
        Home home = new Home(folder.resolve("home"));
        Path lexicon = Files.createDirectories(home.overrides().resolve("lexicon"));
        Files.writeString(lexicon.resolve("own.txt"), "楼门长\n\n坏 词\n");
        Program.Result run =
                Program.over(home.root()).run("import", folder.resolve("文件").toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("own.txt:3: expected one word a line"), run::err);
    }
}
