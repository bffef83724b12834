package org.readout.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readout.claim.CallStatus;
import org.readout.claim.Medium;
import org.readout.claim.Property;
import org.readout.claim.Report;

/** The ways English tells that leaders spoke, and the ways that look like it and do not. */
class ContactRuleTests {

    private static final List<String> MACRON_SCHOLZ = List.of("emmanuel-macron", "olaf-scholz");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "French President Emmanuel Macron spoke by phone with German Chancellor Olaf Scholz on Friday.",
                "French President Emmanuel Macron phoned German Chancellor Olaf Scholz on Friday.",
                "Emmanuel Macron called Olaf Scholz on Friday to discuss the budget.",
                "Macron, the French president, held a telephone conversation with Chancellor Olaf Scholz of Germany.",
                "In a phone call with Olaf Scholz on Friday, French President Emmanuel Macron urged restraint.",
                "Olaf Scholz and Emmanuel Macron spoke by telephone on Friday.",
                "A call between Emmanuel Macron and Olaf Scholz on Friday brought no result.",
                "Emmanuel Macron talked with Olaf Scholz over the phone.",
                "The Macron-Scholz phone call on Friday brought no result, Olaf Scholz and Emmanuel Macron said.",
                "Olaf Scholz received a call from Emmanuel Macron on Friday.",
                "Olaf Scholz's call with Emmanuel Macron on Friday brought no result.",
                "Emmanuel Macron rang Olaf Scholz on Friday.",
                "Emmanuel Macron told Olaf Scholz in a telephone call on Friday that he would come.",
                "Emmanuel Macron said he had called Olaf Scholz on Friday.",
                "France's Emmanuel Macron and Germany's Olaf Scholz agreed in a phone call to meet in Rome.",
                "Emmanuel Macron held talks with Olaf Scholz by phone on Friday.",
            })
    void findsTheTwoWhoSpoke(String text) {
        assertThat(Reader.people(Reader.one(text))).isEqualTo(MACRON_SCHOLZ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "French President Emmanuel Macron called for talks with German Chancellor Olaf Scholz.",
                "French President Emmanuel Macron called on German Chancellor Olaf Scholz to resign.",
                "French President Emmanuel Macron called Olaf Scholz a liar.",
                "French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on Friday.",
                "French President Emmanuel Macron wrote to German Chancellor Olaf Scholz on Friday.",
                "Emmanuel Macron said in a call with reporters that Olaf Scholz was wrong.",
                "Emmanuel Macron spoke to reporters about Olaf Scholz.",
                "Emmanuel Macron said he would be willing to call Olaf Scholz.",
                "Emmanuel Macron declined to take a call from Olaf Scholz.",
                "Emmanuel Macron spoke with Olaf Scholz on the sidelines of the summit in Brussels.",
                "Emmanuel Macron held a telephone conversation with Apple's chief Tim Cook.",
                "President of the World Economic Forum Jane Example spoke by phone with Olaf Scholz.",
            })
    void findsNoCallWhereNoneIs(String text) {
        assertThat(Reader.news(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Emmanuel Macron will speak by phone with Olaf Scholz on Monday. | PLANNED",
                "Emmanuel Macron is scheduled to hold a call with Olaf Scholz on Monday. | PLANNED",
                "Emmanuel Macron cancelled a phone call with Olaf Scholz. | CANCELLED",
                "A phone call between Emmanuel Macron and Olaf Scholz was called off on Friday. | CANCELLED",
                "A spokesman denied that Emmanuel Macron had spoken by phone with Olaf Scholz. | DENIED",
                "Emmanuel Macron held a phone call with Olaf Scholz. | HAPPENED",
            })
    void tellsHowACallIsPut(String text, CallStatus status) {
        assertThat(Reader.one(text).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Emmanuel Macron held a video call with Olaf Scholz. | VIDEO",
                "Emmanuel Macron spoke with Olaf Scholz by video link. | VIDEO",
                "Emmanuel Macron phoned Olaf Scholz. | PHONE",
                "Emmanuel Macron had a conversation with Olaf Scholz. | UNSPECIFIED",
            })
    void tellsTheMedium(String text, Medium medium) {
        assertThat(Reader.one(text).values(Property.MEDIUM).findFirst()).contains(medium);
    }

    @Test
    void makesACallOfEachWhenOneSpokeWithSeveral() {
        List<Report> reports = Reader.news(
                "Emmanuel Macron spoke by phone with Olaf Scholz and British Prime Minister Keir Starmer on Friday.");

        assertThat(reports.stream().map(Reader::people))
                .containsExactlyInAnyOrder(MACRON_SCHOLZ, List.of("emmanuel-macron", "keir-starmer"));
    }

    @Test
    void makesOneCallOfThreeWhenTheySpokeTogether() {
        Report report = Reader.one(
                "Emmanuel Macron held a three-way call with Olaf Scholz and British Prime Minister Keir Starmer on Friday.");

        assertThat(Reader.people(report)).containsExactly("emmanuel-macron", "keir-starmer", "olaf-scholz");
    }

    @Test
    void makesOneCallOfAllWhoAreNamedTogether() {
        Report report = Reader.one("Emmanuel Macron, Olaf Scholz and Keir Starmer held a phone call on Friday.");

        assertThat(Reader.people(report)).containsExactly("emmanuel-macron", "keir-starmer", "olaf-scholz");
    }

    @Test
    void keepsSomeoneTheRegistryDoesNotHoldAsANamedParticipant() {
        Report report = Reader.one(
                "French President Emmanuel Macron phoned Ruritanian Prime Minister Rudolf Elphberg on Friday.");

        assertThat(Reader.people(report)).containsExactly("emmanuel-macron", "name:rudolf elphberg");
    }

    @Test
    void readsAReadoutInTheFirstPerson() {
        List<Report> reports = Reader.readout(
                "President of Ukraine",
                LocalDate.parse("2024-03-05"),
                "I spoke today with German Chancellor Olaf Scholz.");

        assertThat(Reader.people(reports.get(0))).containsExactly("olaf-scholz", "volodymyr-zelenskyy");
    }

    @Test
    void completesALostSurnameFromRoleAndCountry() {
        Report report =
                Reader.one("French President Emmanuel and German Chancellor Olaf Scholz held a phone call on Friday.");

        assertThat(Reader.people(report)).isEqualTo(MACRON_SCHOLZ);
        assertThat(report.participants().people().stream().filter(p -> p.partial()))
                .hasSize(1);
    }

    @Test
    void resolvesAnOfficeByTheDate() {
        List<Report> then = Reader.readout(
                "The White House",
                LocalDate.parse("2019-05-03"),
                "The President spoke by phone today with the German Chancellor.");

        assertThat(Reader.people(then.get(0))).containsExactly("angela-merkel", "donald-trump");
    }

    @Test
    void readsCurlyQuotesAndHardWraps() {
        Report report = Reader.one("""
                PARIS — French President Emmanuel Macron’s phone call with German
                Chancellor Olaf Scholz on the eve of the vote “brought no result”,
                an aide said on Friday evening in the French capital, and added
                that there was nothing more to say.
                """);

        assertThat(Reader.people(report)).isEqualTo(MACRON_SCHOLZ);
    }
}
