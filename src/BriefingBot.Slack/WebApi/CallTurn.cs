namespace BriefingBot.Slack.WebApi;

/// <summary>A place in the line of a <see cref="CallPace"/>.</summary>
/// <param name="Due">When it was due as it was taken.</param>
/// <param name="PutOff">How much the line had been put off until then.</param>
internal readonly record struct CallTurn(TimeSpan Due, TimeSpan PutOff);
