using BriefingBot.Core.Answering;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>Why a sentence was left out, in words for people; the same on every front.</summary>
public static class DropText
{
    /// <summary>Without an end mark.</summary>
    public static string Of(DropReason reason) => reason switch
    {
        DropReason.Uncited => "it cites nothing",
        DropReason.CitationNotFound => "what it cites was not found",
        DropReason.QuoteNotFound => "its quotation stands in no cited article",
        DropReason.NumberNotFound => "a number is not in what it cites",
        DropReason.NameNotFound => "a name is not in what it cites",
        DropReason.DateNotFound => "a date is not in what it cites",
        DropReason.LinkNotFound => "it has an address that no article has",
        _ => "what it cites does not say it",
    };
}
