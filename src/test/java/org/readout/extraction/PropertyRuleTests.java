package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readout.claim.Claim;
import org.readout.claim.Property;
import org.readout.claim.PublishedBasis;
import org.readout.claim.QuoteType;
import org.readout.claim.Report;
import org.readout.claim.Saying;

/** Length, initiator, previous call, follow-ups, statements and origins of a call. */
class PropertyRuleTests {

    private static final String CALL =
            "French President Emmanuel Macron spoke by phone with German Chancellor Olaf Scholz on Friday. ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The call lasted nearly an hour.",
                "During the nearly hour-long call they discussed gas.",
                "The conversation went on for nearly an hour.",
                "Macron held the call with Scholz, the Chancellor of Germany, for nearly an hour.",
            })
    void findsTheLengthOfACall(String sentence) {
        assertThat(Reader.one(CALL + sentence).values(Property.DURATION).findFirst())
                .hasValueSatisfying(d -> assertThat(d.best()).isEqualTo(55));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The call lasted from 9:15 p.m. to 10:30 p.m. local time. | 75",
                "They spoke by phone from 21:15 to 22:30. | 75",
                "The call lasted from 11:40 to 12:10 p.m. | 30",
                "They spoke by phone between 9 and 9:45 p.m. | 45",
                "The call lasted from 11:50 p.m. until 12:10 a.m. | 20",
            })
    void countsTheMinutesByTheClock(String sentence, int minutes) {
        assertThat(Reader.one(CALL + sentence).values(Property.DURATION).findFirst())
                .hasValueSatisfying(d -> assertThat(d.best()).isEqualTo(minutes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was the first call in almost two hours of waiting, an aide said two hours later.",
                "Within an hour, the markets had fallen.",
                "An hour later, Macron left for Paris.",
                "Before that, Macron had held a two-hour meeting in Moscow.",
                "The call came an hour before the vote.",
                "Macron had met his ministers from 9 to 10:15 a.m. before the call.",
                "The call was announced between 3 and 5 days before.",
                "They had not spoken for ten months following the invasion.",
            })
    void takesNoOtherLengthForTheCalls(String sentence) {
        assertThat(Reader.claims(Reader.news(CALL + sentence).get(0), Property.DURATION).stream()
                        .filter(c -> c.value() != null))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Emmanuel Macron called Olaf Scholz on Friday. | FR",
                "Olaf Scholz received a call from Emmanuel Macron on Friday. | FR",
                "In a telephone call to Olaf Scholz, French President Emmanuel Macron urged restraint. | FR",
                "Emmanuel Macron held a phone call with Olaf Scholz at the initiative of the German side. | DE",
                "Emmanuel Macron held a phone call with Olaf Scholz at the French side's initiative. | FR",
                "Emmanuel Macron held a phone call with Olaf Scholz. Berlin initiated the call. | DE",
                "Emmanuel Macron held a phone call with Olaf Scholz, requested by Paris. | FR",
                "On the initiative of the German side, Emmanuel Macron held a phone call with Olaf Scholz. | DE",
                "Emmanuel Macron telephoned by Olaf Scholz on Friday | DE",
                "Emmanuel Macron later wrote that it was Olaf Scholz who called him. | DE",
                "Emmanuel Macron spoke by phone with Olaf Scholz. Scholz requested the telephone call this week. | DE",
                "Macron had a phone call with Olaf Scholz, at the suggestion from the latter. | DE",
                "Macron had a phone call with Scholz. It was held in response to a request from the German government. | DE",
            })
    void readsWhoCalled(String text, String country) {
        assertThat(Reader.one(text).values(Property.INITIATOR).findFirst())
                .hasValueSatisfying(i -> assertThat(i.country()).isEqualTo(country));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Emmanuel Macron spoke by phone with Olaf Scholz on Friday.",
                "Emmanuel Macron held a phone call with Olaf Scholz on Friday.",
                "Emmanuel Macron and Olaf Scholz held a call on Friday.",
            })
    void readsNoCallerFromTheOrderOfNames(String text) {
        assertThat(Reader.claims(Reader.one(text), Property.INITIATOR)).isEmpty();
    }

    @Test
    void readsTheContactBefore() {
        List<Report> reports = Reader.news(CALL + "It was the first call between the two leaders since December 2023.");

        assertThat(reports.get(0).values(Property.PREVIOUS_CALL).findFirst())
                .hasValueSatisfying(p -> assertThat(String.valueOf(p.date())).contains("2023-12"));
        assertThat(Reader.outline(reports.get(1))).isEqualTo("emmanuel-macron|olaf-scholz HAPPENED 2023-12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The call followed the two leaders’ conversation on 4 October. | 2024-10-04",
                "The last time the leaders of France and Germany spoke was on 4 October. | 2024-10-04",
                "The phone conversation between Scholz and Macron was the first since 4 October. | 2024-10-04",
            })
    void readsTheDayOfTheContactBefore(String sentence, String day) {
        assertThat(Reader.news(CALL + sentence).get(0).values(Property.PREVIOUS_CALL))
                .anySatisfy(p -> assertThat(String.valueOf(p.date())).contains(day));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It came after the second round of talks in Geneva.",
                "Le Monde was first to report the talks.",
                "Scholz is the fifth foreign leader Macron has spoken with.",
                "Macron first disclosed the call in a tweet.",
            })
    void countsNoOtherContacts(String sentence) {
        assertThat(Reader.claims(Reader.news(CALL + sentence).get(0), Property.PREVIOUS_CALL))
                .isEmpty();
    }

    @Test
    void makesNoCallOfAYearBeforeTheyWereInOffice() {
        assertThat(Reader.news(CALL + "It was the first call between the leaders of the two countries since 1979."))
                .hasSize(1);
    }

    @Test
    void readsWhatWasToFollow() {
        assertThat(Reader.one(CALL + "They agreed to stay in contact.")
                        .values(Property.FOLLOW_UP)
                        .findFirst())
                .hasValueSatisfying(f -> assertThat(f.kind()).isEqualTo("CONTACT"));
    }

    @Test
    void givesAQuotationToItsSpeaker() {
        Saying saying = saying(CALL + "“We will not wait for another winter,” Scholz said.");

        assertThat(saying.saidBy()).isEqualTo("olaf-scholz");
        assertThat(saying.onBehalfOf()).isEqualTo("DE");
        assertThat(saying.quoteType()).isEqualTo(QuoteType.DIRECT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "In what Scholz called a “very good and long talk”, both spoke of gas. | olaf-scholz",
                "Scholz said he would “bring gas to every house” while Macron said they discussed prices. | olaf-scholz",
                "Scholz said he would tell Macron more, adding: “We will not wait for another winter.” | olaf-scholz",
                "“What is there to wait for?” Macron asked. | emmanuel-macron",
                "In the call, Macron and Scholz spoke of gas. “In a call with Macron, we took stock of prices,” Scholz wrote. | olaf-scholz",
                "In the phone conversation with Scholz, “the President said while he understood the need, he would wait for an answer,” the French spokesman said. | emmanuel-macron",
                "According to aides, Macron told Scholz: “We will not wait for another winter to come.” | emmanuel-macron",
                "Macron was warned by aides. The talks can go on for a year, Scholz told Macron. | olaf-scholz",
                "They had spoken, with Scholz writing that “the tone of the talk was excellent.” | olaf-scholz",
                "“The two leaders discussed the prices of gas,” said a statement issued late Friday by the French presidency. | emmanuel-macron",
                "Macron began by congratulating Scholz “on a job that was done well”. | emmanuel-macron",
                "“We took good stock of the prices of gas,” according to a tweet from Macron’s office. | emmanuel-macron",
                "Macron telephoned Scholz later and “stressed that the prices of gas matter to all”. | emmanuel-macron",
                "Macron seemed to ask for more time in Iraq, saying that there is “a pragmatic and quiet way”. | emmanuel-macron",
                "“We took good stock of the prices of gas and of the winter.” He said. | emmanuel-macron",
                "A German release posted online said: “The two leaders spoke of the prices of gas.” | olaf-scholz",
            })
    void tellsWhoseWordsTheyAre(String sentence, String speaker) {
        assertThat(saying(CALL + sentence).saidBy()).isEqualTo(speaker);
    }

    @Test
    void goesOnWithTheSubjectOfTheFirstVerb() {
        assertThat(saying("Olaf Scholz phoned Emmanuel Macron on Friday and congratulated him on the treaty.")
                        .saidBy())
                .isEqualTo("olaf-scholz");
    }

    @Test
    void givesNeitherWhatBothDid() {
        assertThat(Reader.claims(
                        Reader.one(CALL + "Emmanuel Macron and Olaf Scholz discussed the war in Ukraine."),
                        Property.STATEMENT))
                .isEmpty();
    }

    @Test
    void givesWhatWasSaidOfSeveralCallsToEach() {
        List<Report> reports = Reader.news("Emmanuel Macron spoke with Olaf Scholz and Giorgia Meloni in separate"
                + " telephone conversations on Friday. Macron said, “We will not wait for another winter.”");

        assertThat(reports)
                .hasSize(2)
                .allSatisfy(
                        r -> assertThat(Reader.claims(r, Property.STATEMENT)).hasSize(1));
    }

    @Test
    void givesASpokespersonsQuotationToTheirSide() {
        Saying saying = saying(
                CALL + "“The chancellor made clear that we will not wait,” a German government spokesperson said.");

        assertThat(saying.saidBy()).isEqualTo("olaf-scholz");
        assertThat(saying.relayedBy()).isEqualTo("a German government spokesperson");
    }

    @Test
    void keepsAContinuedQuotationAsOneStatement() {
        List<Claim> claims = Reader.claims(
                Reader.one(CALL + "“We will not wait for long,” Scholz said, “because winter will be hard.”"),
                Property.STATEMENT);

        assertThat(claims).hasSize(1);
        assertThat(claims.get(0).text()).contains("We will not wait for long", "winter will be hard");
    }

    @Test
    void readsReportedSpeech() {
        Saying saying = saying(CALL + "Macron urged the withdrawal of all troops from the border.");

        assertThat(saying.saidBy()).isEqualTo("emmanuel-macron");
        assertThat(saying.quoteType()).isEqualTo(QuoteType.INDIRECT);
    }

    @Test
    void restsOnTheDeepestNamedSource() {
        Report report =
                Reader.one(CALL + "The call lasted an hour, according to a spokesperson for the German government.");

        Claim duration = Reader.claims(report, Property.DURATION).get(0);
        assertThat(duration.origin().key()).isEqualTo("side:DE");
        assertThat(duration.origin().label()).isEqualTo("a spokesperson for the German government");
    }

    @Test
    void restsOnTheOutletWhereNobodyIsNamed() {
        assertThat(Reader.claims(Reader.one(CALL), Property.STATUS)
                        .get(0)
                        .origin()
                        .key())
                .isEqualTo("outlet:example post");
    }

    @Test
    void quotesTheTextExactly() {
        String text = CALL + "The call lasted nearly an hour. “We will not wait for another winter,” Scholz said.";

        for (Claim c : Reader.one(text).claims()) {
            assertThat(c.span()).isNotNull();
            assertThat(text.substring(c.span().start(), c.span().end()))
                    .isEqualTo(c.span().exact())
                    .isEqualTo(c.text());
        }
    }

    @Test
    void readsNoBoilerplate() {
        assertThat(Reader.news("Subscribe to get news: Emmanuel Macron phoned Olaf Scholz on Friday."))
                .isEmpty();
    }

    @Test
    void takesThePublicationDateFromAnAgencysHeaderOrTag() {
        ArticleReader reader = new ArticleReader(org.readout.leader.RegistryNames.ofFiles());

        Reading header =
                reader.read(new ArticleText(" date 2023-05-04 (AGENCY) Nothing happened.", null, null, null, null));
        Reading tag = reader.read(
                new ArticleText("Nothing happened. AGENCY04052023000045015687ID1108894482", null, null, null, null));

        assertThat(header.published()).isEqualTo(LocalDate.parse("2023-05-04"));
        assertThat(header.basis()).isEqualTo(PublishedBasis.DATELINE);
        assertThat(tag.published()).isEqualTo(LocalDate.parse("2023-05-04"));
        assertThat(tag.basis()).isEqualTo(PublishedBasis.EXTERNAL_ID);
    }

    private static Saying saying(String text) {
        return Reader.one(text).values(Property.STATEMENT).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BERLIN (Reuters) - Olaf Scholz spoke by phone with Vladimir Putin on Friday. | agency:reuters",
                "MOSCOW, November 15. /TASS/. Olaf Scholz spoke by phone with Vladimir Putin on Friday. | agency:tass",
                "Olaf Scholz spoke by phone with Vladimir Putin on Friday. Source: AFP | agency:afp",
                "Olaf Scholz spoke by phone with Vladimir Putin on Friday, Reuters reported. | agency:reuters",
            })
    void takesACreditedAgencyForTheOrigin(String text, String origin) {
        assertThat(Reader.claims(Reader.one(text), Property.STATUS)
                        .get(0)
                        .origin()
                        .key())
                .isEqualTo(origin);
    }
}
