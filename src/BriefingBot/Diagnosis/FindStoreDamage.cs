namespace BriefingBot.Diagnosis;

/// <summary>Looks through the whole open store: null when it is sound, otherwise the first damage in words.</summary>
internal delegate Task<string?> FindStoreDamage(CancellationToken cancellationToken);
