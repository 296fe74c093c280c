package wenyuan.ingest.enrich;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import wenyuan.model.Claim;

class NamedTest {
    @Test
    void namesWhatTheTitleNames() {
        checkPlaces("松江铺镇", "在松江铺镇庆“七一”表彰大会上的讲话", "");
        checkPlaces("陕西省 延安市", "陕西省延安市妇联召开工作会议", "");
        checkPlaces("清河区", "清河区委巡察整改工作推进会议主持词", "");
        checkPlaces("梧桐里街道 红枫苑社区", "梧桐里街道红枫苑社区第一党支部会议台账", "");
        checkPlaces("梅子坞社区", "梅子坞社区党委2022年工作总结", "");
        checkPlaces("長山鎮", "在長山鎮調研時的講話", "");
    }

    @Test
    void namesWhatTheOpeningOrSignatureNames() {
        checkPlaces("云岭县", "在全县农村党建推进会上的讲话", "同志们：\n大家好。\n中共云岭县委办公室");
        checkPlaces("落雁镇", "在座谈会上的讲话", "3月2日，落雁镇召开座谈会。");
    }

    @Test
    void whatIsNotNamedIsNoPlace() {
        checkPlaces("", "在全县乡镇领导班子换届工作部署会上的讲话", "我市各县区要抓好落实。");
        checkPlaces("", "在××县领导干部大会上的讲话", "××县委书记主持会议。");
        checkPlaces("", "在城市社区党建工作会上的讲话", "贫困村、示范社区和先进街道都来了。");
        checkPlaces("", "在2022年全市模范机关建设推进会上的讲话", "");
        checkPlaces("", "开发区召开2023年度村（社区）党组织书记述职会", "");
    }

    @Test
    void namesOrganisations() {
        checkOrganisations("青禾中学", "青禾中学“烛光”党建品牌创建方案", "");
        checkOrganisations("软件学院党总支", "软件学院党总支召开学生代表座谈会", "");
        checkOrganisations("财政部青海监管局", "财政部青海监管局：退休党支部开展主题党日活动", "");
        checkOrganisations("振川电子有限公司党委", "振川电子有限公司党委成立揭牌仪式上的致辞", "");
        checkOrganisations("", "在全市公立医院党建工作推进会上的讲话", "各级党委要抓好落实。");
        checkOrganisations("", "县委书记在县委统战工作会议上的讲话", "");
    }

    private static void checkPlaces(String expected, String title, String body) {
        assertEquals(
                expected, names(Sample.titled(title).body(body).attributes().places()), title);
    }

    private static void checkOrganisations(String expected, String title, String body) {
        assertEquals(
                expected, names(Sample.titled(title).body(body).attributes().organisations()), title);
    }

    private static String names(List<Claim> claims) {
        return claims.stream().map(claim -> claim.evidence().getFirst().quote()).collect(joining(" "));
    }
}
