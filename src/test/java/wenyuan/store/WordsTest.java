package wenyuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wenyuan.model.Attributes;
import wenyuan.model.Span;
import wenyuan.store.Words.Proposal;
import wenyuan.store.Words.State;

class WordsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path home;

    private Store store;
    private Words words;

    @BeforeEach
    void open() {
        store = Store.open(new Home(home), Clock.fixed(NOW, ZoneOffset.UTC));
        words = store.words();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Proposal proposal(String word) {
        return new Proposal(word, 9, 4, List.of(new Words.Example("d1", "讲话", "这位楼门长", new Span(2, 5))));
    }

    private List<String> proposed() {
        return words.proposals(0, 10).stream().map(Proposal::word).toList();
    }

    @Test
    void proposalsKeepTheirOrderAndTheirExamples() {
        words.propose(List.of(proposal("楼门长"), proposal("安网格"), proposal("马灯团")), 3, 5, 700);
        assertEquals(List.of("楼门长", "安网格", "马灯团"), proposed());
        assertEquals(proposal("楼门长"), words.proposals(0, 1).getFirst());
        assertEquals(new Words.Reading(3, 5, 700, NOW), words.reading().orElseThrow());
    }

    @Test
    void aDecisionOutlivesTheNextProposals() {
        words.propose(List.of(proposal("楼门长"), proposal("安网格"), proposal("马灯团")), 3, 5, 700);
        words.decide(List.of("安网格", "手工词"), State.REJECTED, "admin");
        words.decide(List.of("楼门长"), State.ACCEPTED, "admin");
        words.propose(List.of(proposal("安网格"), proposal("楼门长"), proposal("新的词"), proposal("手工词")), 4, 5, 800);
        assertEquals(List.of("新的词"), proposed());
        assertEquals(2, words.count(State.REJECTED));
        assertEquals(List.of("楼门长"), words.in(State.ACCEPTED));
        words.forget(List.of("安网格"));
        words.propose(List.of(proposal("安网格")), 4, 5, 800);
        assertEquals(List.of("安网格"), proposed());
    }

    @Test
    void noSentenceOfADocumentThatIsGoneStaysBehind() {
        long run = store.beginImport(List.of("材料")).id();
        store.record(run, List.of(Labelled.arrival(1, Labelled.document(1, "文", "k", Attributes.NONE))));
        Words.Example gone = new Words.Example(Labelled.id(1), "讲话", "这位楼门长", new Span(2, 5));
        Words.Example stays = new Words.Example("d2", "讲话", "那位楼门长", new Span(2, 5));
        words.propose(List.of(new Proposal("楼门长", 9, 4, List.of(gone, stays))), 3, 5, 700);
        assertTrue(store.delete(Labelled.id(1)));
        assertEquals(List.of(stays), words.proposals(0, 1).getFirst().examples());
    }

    @Test
    void remembersWhatTheIndexWasBuiltWith() {
        assertEquals(List.of(), words.applied());
        words.apply(List.of("楼门长", "安网格"));
        assertEquals(List.of("楼门长", "安网格"), words.applied());
    }
}
