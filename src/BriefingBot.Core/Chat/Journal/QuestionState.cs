namespace BriefingBot.Core.Chat.Journal;

/// <summary>How far a journaled question is. The numbers are stored: never renumber.</summary>
public enum QuestionState
{
    /// <summary>Journaled; no work was done yet.</summary>
    Received = 0,

    /// <summary>Being answered, or the answer is being posted.</summary>
    Answering = 1,

    /// <summary>The platform accepted the reply.</summary>
    Answered = 2,

    /// <summary>Given up: the failure was told to the asker where that was possible, or the question grew too old.</summary>
    Failed = 3,

    /// <summary>Its asker took it back before it was answered.</summary>
    Withdrawn = 4,
}
