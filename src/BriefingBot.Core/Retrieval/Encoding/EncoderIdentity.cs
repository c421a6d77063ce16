namespace BriefingBot.Core.Retrieval.Encoding;

/// <summary>Which encoder makes the vectors; vectors of different encoders are never compared.</summary>
/// <param name="Name">Model and version, such as <c>arctic-embed-xs-8bit/1f2e3d4c</c>.</param>
/// <param name="Dimensions">The length of its vectors.</param>
public sealed record EncoderIdentity(string Name, int Dimensions);
