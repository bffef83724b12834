package org.readout.extraction;

import java.util.List;

/** What every rule that reads contacts works on: a text, who is mentioned in it, and the contacts found so far. */
abstract class ContactRules {

    final TokenizedText text;
    final MentionIndex mentions;
    final PartyFinder parties;
    final ArgumentReader arguments;
    final ContactMaker maker;
    final List<Contact> found;

    ContactRules(
            TokenizedText text,
            MentionIndex mentions,
            PartyFinder parties,
            ArgumentReader arguments,
            ContactMaker maker,
            List<Contact> found) {
        this.text = text;
        this.mentions = mentions;
        this.parties = parties;
        this.arguments = arguments;
        this.maker = maker;
        this.found = found;
    }
}
