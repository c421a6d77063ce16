namespace BriefingBot.TestServers.Models.Scripts.Obedience;

/// <summary>An instruction that an obedient model follows.</summary>
/// <param name="Passage">Where it stood; 0: in the question.</param>
/// <param name="Output">What it wants written; empty when it only wants the answer disguised.</param>
/// <param name="Disguise">How it wants the whole answer disguised.</param>
/// <param name="IsExact">Whether the words were given; else the model found its own.</param>
public sealed record FoundInstruction(int Passage, string Output, Disguise Disguise, bool IsExact);
