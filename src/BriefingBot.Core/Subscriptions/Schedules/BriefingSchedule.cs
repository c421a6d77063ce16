namespace BriefingBot.Core.Subscriptions.Schedules;

/// <summary>When a place gets a briefing, and up to where it was told.</summary>
public sealed record BriefingSchedule
{
    /// <summary>The store's own number; 0 before it is kept. A schedule that is set anew gets another.</summary>
    public long Number { get; init; }

    /// <summary>To whom it goes.</summary>
    public required SubscriptionPlace Place { get; init; }

    /// <summary>What it is limited to; null: nothing. A place has one schedule a topic.</summary>
    public string? Topic { get; init; }

    /// <summary>How many entries it shows at most; the rest is behind "More".</summary>
    public required int Count { get; init; }

    /// <summary>When, as it was said.</summary>
    public required string Words { get; init; }

    /// <summary>When, as a cron expression of five fields.</summary>
    public required string Cron { get; init; }

    /// <summary>The IANA name of the time zone that the expression is read in.</summary>
    public required string Zone { get; init; }

    /// <summary>When the next briefing is due (UTC, whole milliseconds).</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The number of the last arrival that needs no telling.</summary>
    public required long Told { get; init; }

    /// <summary>Up to when it was told (UTC).</summary>
    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>Who set it.</summary>
    public required string MadeBy { get; init; }
}
