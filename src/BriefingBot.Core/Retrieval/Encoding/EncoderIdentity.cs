namespace BriefingBot.Core.Retrieval.Encoding;

/// <summary>Which encoder makes the vectors; vectors of different encoders are never compared.</summary>
/// <param name="Name">Model and version, such as <c>use-lite-en/0.2.0</c>.</param>
/// <param name="Dimensions">The length of its vectors.</param>
public sealed record EncoderIdentity(string Name, int Dimensions);
