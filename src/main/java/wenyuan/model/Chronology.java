package wenyuan.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What dates a text; read from {@code chronology.yaml}, its terms from {@code formulas.yaml}.
 *
 * @param counted years that are counted from a known one: N周年, 第N届
 * @param congresses congresses of the Party and its plenums, in the order in which they sat
 * @param campaigns educational campaigns
 * @param plans five-year plans and named periods with a first and a last year
 * @param terms words that nobody used before a year
 * @param cues words that show how a date is meant
 */
public record Chronology(
        List<Counted> counted,
        List<Congress> congresses,
        List<Campaign> campaigns,
        List<Epoch> plans,
        List<Epoch> terms,
        Map<Cue, Rule> cues) {
    public Chronology {
        counted = List.copyOf(counted);
        congresses = List.copyOf(congresses);
        campaigns = List.copyOf(campaigns);
        plans = List.copyOf(plans);
        terms = List.copyOf(terms);
        cues = Map.copyOf(cues);
    }

    /**
     * A count of years.
     *
     * @param rule has a group {@code n} for the number
     * @param base year that the number is added to
     * @param month of the day; 12 when it is not known
     * @param here whether it dates only the meeting that the title or opening names
     * @param passing whether it counts years gone by (建党90年来), not a jubilee
     * @param occasion a title that celebrates it: 庆七一
     */
    public record Counted(Rule rule, int base, int month, boolean here, boolean passing, Pattern occasion) {}

    /**
     * A congress or plenum.
     *
     * @param epoch its year
     * @param month in which it ended
     */
    public record Congress(Epoch epoch, int month) {}

    /**
     * A campaign of the whole Party, in batches if it lasts longer than a year.
     *
     * @param epoch from the first to the last year in which a unit could be carrying it out
     * @param launched last year in which a unit could begin
     * @param month in which it began
     * @param batches the first batch of units, the second …; none when there were none
     */
    public record Campaign(Epoch epoch, int launched, int month, List<Batch> batches) {
        public Campaign {
            batches = List.copyOf(batches);
        }
    }

    /**
     * Units that carried out a campaign together.
     *
     * @param from first year in which they did
     * @param to last year
     * @param levels ids of the levels whose units were all in this batch
     */
    public record Batch(int from, int to, Set<String> levels) {
        public Batch {
            levels = Set.copyOf(levels);
        }
    }

    /**
     * Something with a name and a time.
     *
     * @param rule its name
     * @param from first year
     * @param to last year; 9999 when it has no end
     * @param checked whether the years were looked up, not only remembered
     */
    public record Epoch(Rule rule, int from, int to, boolean checked) {}

    /** How a date can be meant. */
    public enum Cue {
        /** The day of the speech, under the title or at the end: （2013年6月18日） */
        SIGNATURE,
        /** The same in brackets, behind or under the title. */
        BRACKETED,
        /** A note that says when a speech was held: 这是……2015年11月23日在……的讲话 */
        NOTE,
        /** 今天是2017年…… */
        TODAY,
        /** A report's meeting with its year: 召开2019年……工作会议 */
        NAMED,
        /** A day of the opening without a year: 2月18日上午 */
        MONTH_DAY,
        /** In front of a congress: 今年将要召开 */
        THIS_YEAR,
        /** A report's day and place: 2023年6月28日在北京举行 */
        HELD,
        /** In such a sentence: it tells of a meeting of the whole Party or country. */
        CAPITAL,
        /** A year in a title or file name. */
        TITLE_YEAR,
        /** A day in a file name. */
        FILE_DATE,
        /** The year that is summed up. */
        WORK_YEAR,
        /** The year that is planned for. */
        NEXT_YEAR,
        /** A document's number: 〔2014〕5号. */
        NUMBER,
        /** The document's own number, alone in a line at its head. */
        OWN_NUMBER,
        /** A day that has been. */
        PAST_DAY,
        /** Before an anniversary or congress: it may come next year. */
        COMING,
        /** After a number of years: it speaks of a goal. */
        GOAL,
        /** Beside an anniversary or a campaign: it is going on now. */
        NOW,
        /** Beside an anniversary: it may be that of last year. */
        RECALLED,
        /** Beside an anniversary: it is that of this year after all. */
        PRESENT,
        /** After an anniversary: it names a past meeting or speech. */
        PAST_MEETING,
        /** Behind a congress: it is taking place, or has just ended. */
        SITTING,
        /** Behind a campaign's name: it is being held. */
        HOLDING,
        /** Behind a campaign's name: it begins. */
        LAUNCH,
        /** In front of a campaign's name: it is being carried out. */
        CARRIED,
        /** In such a sentence: now. */
        GOING_ON,
        /** In such a sentence: it has been. */
        PAST,
        /** Behind a campaign's name: it is over. */
        OVER,
        /** 今年是……开局之年 */
        FIRST_YEAR,
        /** 今年是……收官之年 */
        LAST_YEAR,
        /** A heading that plans a year. */
        PLAN_HEADING,
        /** 2022年是……关键之年 */
        YEAR_IS,
        /** In such a sentence: the year is over, and was a good one. */
        YEAR_PRAISED,
        /** 明年, of what will be done */
        NEXT_YEAR_WORD,
        /** 今年, of what will be done */
        THIS_YEAR_WORD,
        /** 去年 */
        LAST_YEAR_WORD,
        /** 2009-2010学年第一学期 */
        FIRST_TERM,
        /** 2009-2010学年第二学期 */
        SECOND_TERM,
        /** Those who enter or leave a school, by their year. */
        CLASS,
        /** Behind a congress in a title: the text was heard there. */
        AT_CONGRESS,
        /** Behind a congress: it has been. */
        PAST_SITTING,
        /** Around a congress: what it decided is being studied. */
        STUDIED,
        /** In front of a numbered gathering: the speaker addresses this one. */
        REPORTING,
        /** Behind a numbered gathering at the head of a text: it is this one. */
        AT_GATHERING,
        /** In the opening: it is of the Youth League. */
        LEAGUE,
        /** Near a congress that opens a text: the speaker is among its members. */
        OUR_MEETING,
        /** In front of a congress: it sat last year. */
        LAST_SITTING,
        /** In front of a congress: it sits this year. */
        THIS_SITTING,
        /** 明天就是2016年 */
        YEAR_COMES,
        /** 2016年即将过去 */
        YEAR_ENDS,
        /** 刚刚过去的2016年 */
        YEAR_OVER,
        /** 从2011年…2012年…再到今年 */
        UNTIL_NOW,
        /** 今年制定1981年计划 */
        MADE_NOW,
        /** 1980年计划正在执行 */
        IN_FORCE,
        /** 从1993年到现在已经五年, with the group n. */
        ELAPSED,
        /** 今年是甲午年, with the groups s and b. */
        STEM_BRANCH,
        /** 马年新春, with the group a. */
        ANIMAL,
        /** The whole Party begins a campaign. */
        WHOLE_PARTY,
        /** Near a campaign: 第二批, with the group n. */
        BATCH,
        /** A day of an agency's or paper's report: 新华社北京7月21日电 */
        WIRE,
        /** When and where a newspaper printed it. */
        IMPRINT,
        /** A site's date. */
        PAGE_DATE
    }
}
