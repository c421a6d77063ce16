namespace BriefingBot.Core.Answering;

/// <summary>Why a model that is configured did not write the answer, or not all of it. The numbers are stored: never renumber.</summary>
public enum ModelFallback
{
    /// <summary>The model wrote it, or none is configured.</summary>
    None = 0,

    /// <summary>It did not answer in time.</summary>
    TimedOut = 1,

    /// <summary>Its provider limits the rate.</summary>
    RateLimited = 2,

    /// <summary>Its provider could not be reached, failed, or refused the request.</summary>
    Unavailable = 3,

    /// <summary>Its answer broke off.</summary>
    CutOff = 4,

    /// <summary>Too little of what it wrote passed the check.</summary>
    NotVerified = 5,

    /// <summary>The asker's share of model answers for today is used up.</summary>
    UserLimit = 6,

    /// <summary>Everybody's share of model answers for today is used up.</summary>
    DailyLimit = 7,
}
