package org.readout.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far reports agree, over many calls. */
@Schema(name = "AgreementStatistics", description = "How far the reports of many calls agree")
record AgreementStatistics(
        @Schema(description = "Calls counted", example = "120")
        long calls,

        @Schema(description = "Those with a property that reports can be compared on", example = "60")
        long compared,

        @Schema(description = "Those of them with a contradiction on some property", example = "9")
        long disagreeing,

        @Schema(description = "disagreeing / compared; null when nothing is compared", example = "0.15") @Nullable
        Double share,

        List<OnProperty> properties,

        @Schema(description = "Those of most calls first, at most 100")
        List<ByPublisher> publishers,

        @Schema(description = "Those of most calls first, at most 100")
        List<ByCountryPair> countryPairs) {

    /** One property over all calls. */
    @Schema(name = "PropertyStatistics", description = "How far reports agree on one property")
    record OnProperty(
            @Schema(example = "duration") String property,

            @Schema(description = "Calls of which it is stated", example = "40")
            long stated,

            @Schema(description = "Stated by one article", example = "20")
            long single,

            @Schema(description = "The same in all", example = "10")
            long agree,

            @Schema(description = "Different, but all fit", example = "6")
            long compatible,

            @Schema(description = "Contradicting", example = "3")
            long conflict,

            @Schema(description = "Decided by a person", example = "1")
            long adjudicated,

            @Schema(
                    description = "conflict / (agree + compatible + conflict); null when nothing is compared",
                    example = "0.1579")
            @Nullable
            Double share) {}

    /** One publisher over all calls that it reports. */
    @Schema(name = "PublisherStatistics", description = "How often a publisher's reports stand against what was chosen")
    record ByPublisher(
            String publisher,

            @Schema(description = "Calls that it reports", example = "30")
            long calls,

            @Schema(description = "Those in which it stands against a value chosen", example = "2")
            long dissenting,

            @Schema(description = "dissenting / calls", example = "0.0667") @Nullable
            Double share) {}

    /** Two countries over all calls between them. */
    @Schema(name = "CountryPairStatistics", description = "How far reports of calls between two countries agree")
    record ByCountryPair(
            @Schema(description = "The two, in the order of their codes", example = "[\"DE\",\"RU\"]")
            List<String> countries,

            @Schema(description = "Calls between them", example = "12")
            long calls,

            @Schema(description = "Those with a property that reports can be compared on", example = "8")
            long compared,

            @Schema(description = "Those with a contradiction", example = "2")
            long disagreeing,

            @Schema(description = "disagreeing / compared; null when nothing is compared") @Nullable
            Double share) {}
}
