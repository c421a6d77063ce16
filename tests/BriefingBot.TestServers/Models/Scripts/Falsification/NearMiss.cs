namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>
/// Falsifications that are close to the truth, one small step away. The ones of a place keep every word that the passage has, only
/// elsewhere.
/// </summary>
public enum NearMiss
{
    /// <summary>The number before or behind.</summary>
    NumberOffByOne,

    /// <summary>Two digits exchanged.</summary>
    DigitsExchanged,

    /// <summary>A nought more or less.</summary>
    TimesTen,

    /// <summary>"million" for "billion", "thousand" for "million".</summary>
    OtherMagnitude,

    /// <summary>Per cent for a currency, a currency for another, a currency for a count.</summary>
    OtherUnit,

    /// <summary>Another number of the same passage.</summary>
    NumberOfPassage,

    /// <summary>The day before or behind.</summary>
    DayOffByOne,

    /// <summary>The month before or behind.</summary>
    MonthOff,

    /// <summary>The year before or behind.</summary>
    YearOffByOne,

    /// <summary>The day of the week before or behind.</summary>
    WeekdayOff,

    /// <summary>A first name that nobody in the passage has.</summary>
    OtherFirstName,

    /// <summary>A last name that nobody in the passage has.</summary>
    OtherLastName,

    /// <summary>Another name of the same passage.</summary>
    NameOfPassage,

    /// <summary>Two names of the sentence exchanged.</summary>
    NamesExchanged,

    /// <summary>A "not" left out.</summary>
    NegationDropped,

    /// <summary>A "never" put in.</summary>
    NeverAdded,

    /// <summary>A word of a quotation is another common one.</summary>
    QuoteWordChanged,

    /// <summary>A word inside a quotation left out.</summary>
    QuoteWordDropped,

    /// <summary>Two words inside a quotation exchanged.</summary>
    QuoteWordsExchanged,

    /// <summary>The mark names another passage of the same article.</summary>
    PassageOfArticle,

    /// <summary>The mark names any other passage that has less than half of the words.</summary>
    OtherPassage,
}
