namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>A sentence to be written.</summary>
/// <param name="Text">As the passage has it.</param>
/// <param name="Passages">The numbers of the passages that have it, the one that it was read in first.</param>
/// <param name="Outlet">Of that passage; empty when unknown.</param>
public sealed record PassageSentence(string Text, IReadOnlyList<int> Passages, string Outlet);
