namespace BriefingBot.Core.Answering.Facts;

/// <summary>Words with capitals that stand side by side: "Foreign Minister Cho Tae-yul", "NATO", "G20".</summary>
/// <param name="Words">Its words in order, possessive endings off.</param>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="End">One past its last.</param>
internal sealed record StatedName(IReadOnlyList<NameWord> Words, int Start, int End);
