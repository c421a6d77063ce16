namespace BriefingBot.Core.Subscriptions;

/// <summary>Section <c>Subscriptions</c>: briefings on a schedule, and alerts.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Subscriptions";

    /// <summary>The IANA time zone of schedules and quiet hours that name none.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The most schedules of one channel or person.</summary>
    public int MaxSchedules { get; set; } = 10;

    /// <summary>The most follows of one channel or person.</summary>
    public int MaxFollows { get; set; } = 50;

    /// <summary>For how many minutes after an alert what matches is gathered for the next one.</summary>
    public int AlertMinutes { get; set; } = 5;

    /// <summary>The most articles that an alert names.</summary>
    public int AlertLines { get; set; } = 10;
}
