using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Clauses.Speech;

namespace BriefingBot.Core.Answering.Verification.Clauses;

/// <summary>A word, number, date or mark of a sentence, with what governs it.</summary>
internal sealed class ClauseToken
{
    /// <summary>What it is.</summary>
    public required ClauseTokenKind Kind { get; init; }

    /// <summary>Lower case, without diacritics and dots; a mark is itself.</summary>
    public required string Key { get; init; }

    /// <summary>What all forms of the word share.</summary>
    public required string Root { get; init; }

    /// <summary>The groups of words that say the same as it.</summary>
    public IReadOnlyList<int> Synonyms { get; init; } = [];

    /// <summary>Its first UTF-16 unit in the sentence.</summary>
    public required int Start { get; init; }

    /// <summary>One past its last.</summary>
    public required int End { get; init; }

    /// <summary>It begins with a capital and is no plain word that opens the sentence.</summary>
    public bool IsName { get; init; }

    /// <summary>It has a possessive ending: it belongs to the next word and does nothing itself.</summary>
    public bool IsPossessive { get; init; }

    /// <summary>All its letters are capitals.</summary>
    public bool IsUpper { get; init; }

    /// <summary>What a number is.</summary>
    public StatedNumber? Number { get; init; }

    /// <summary>What a date is.</summary>
    public StatedDate? Date { get; init; }

    /// <summary>The country that it names, or -1.</summary>
    public int Country { get; init; } = -1;

    /// <summary>The clause that it stands in, counted from 0 in its sentence.</summary>
    public int Clause { get; set; }

    /// <summary>What is done to the claim that it is part of.</summary>
    public ClauseOperators Operators { get; set; }

    /// <summary>It was read as a verb.</summary>
    public bool IsVerb { get; set; }

    /// <summary>It stands between quotation marks.</summary>
    public bool IsQuoted { get; set; }

    /// <summary>Who says what it is part of, or null when the text itself does.</summary>
    public SpeechFrame? Speech { get; set; }

    /// <summary>It must be borne out.</summary>
    public bool IsContent => Kind is ClauseTokenKind.Content or ClauseTokenKind.Number or ClauseTokenKind.Date;

    /// <inheritdoc />
    public override string ToString() => Key;
}
