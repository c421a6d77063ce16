namespace BriefingBot.Core.Questions;

/// <summary>What kind of thing would answer the question.</summary>
public enum AnswerKind
{
    /// <summary>Anything that covers the words.</summary>
    Statement,

    /// <summary>A person or an organisation ("who", "which company").</summary>
    Name,

    /// <summary>A place ("where", "which city").</summary>
    Place,

    /// <summary>A day, month, year or weekday ("when", "what year").</summary>
    Time,

    /// <summary>A number or an amount ("how many", "how much").</summary>
    Number,

    /// <summary>What something is ("what is the EDSCG").</summary>
    Definition,

    /// <summary>A cause ("why").</summary>
    Reason,

    /// <summary>How somebody took something: condemned, welcomed, vowed.</summary>
    Reaction,

    /// <summary>What somebody said or asked for: the speaker must be found, speaking.</summary>
    Saying,

    /// <summary>Whether something is so ("did ...", "is ..."): only a close match may be shown.</summary>
    YesNo,

    /// <summary>When an article was published.</summary>
    Publication,

    /// <summary>Who wrote an article.</summary>
    Author,

    /// <summary>Which articles speak of something: one sentence each.</summary>
    Articles,
}
