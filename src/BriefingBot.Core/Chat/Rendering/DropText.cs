using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>Why a sentence was left out, in words for people; the same on every front.</summary>
public static class DropText
{
    /// <summary>Without an end mark.</summary>
    public static string Of(DropReason reason) =>
        reason switch
        {
            DropReason.Uncited => "it cites nothing",
            DropReason.CitationNotFound => "what it cites was not found",
            DropReason.QuoteNotFound => "its quotation is in none of the cited articles",
            DropReason.NumberNotFound => "a number is not in what it cites",
            DropReason.NameNotFound => "a name is not in what it cites",
            DropReason.DateNotFound => "a date is not in what it cites",
            DropReason.LinkNotFound => "it contains a web address that is in no article",
            DropReason.OtherSpeaker => "it attributes words to someone who did not say them",
            DropReason.AttributionLost => "it states as fact what someone said",
            DropReason.ForceChanged => "it does not say it the way the speaker did",
            DropReason.ScopeChanged => "what it cites denies it, plans it or leaves it open",
            DropReason.BoundChanged => "it changes how much or how many",
            DropReason.TitleOfOther => "a title belongs to someone else",
            DropReason.RolesExchanged => "it swaps who did what to whom",
            DropReason.Spliced => "it joins what the article says separately",
            DropReason.OtherSubject => "it says about one what the article says about another",
            DropReason.Rider => "it adds a word that is not in the article",
            DropReason.NotEntailed => "a second model finds that what it cites does not say it",
            DropReason.Request => "it asks or orders something",
            _ => "what it cites does not say it",
        };
}
