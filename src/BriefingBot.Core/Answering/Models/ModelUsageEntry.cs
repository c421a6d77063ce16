namespace BriefingBot.Core.Answering.Models;

/// <summary>One use of the model, as it is kept.</summary>
/// <param name="When">When it ended (UTC).</param>
/// <param name="Asker">For whom, in the words of the front that asked (<c>slack:T1:U2</c>); null when nobody in particular.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Use">What it took.</param>
/// <param name="Fallback">How it failed; none when it did not.</param>
public sealed record ModelUsageEntry(DateTimeOffset When, string? Asker, ModelPurpose Purpose, ModelUse Use, ModelFallback Fallback);
