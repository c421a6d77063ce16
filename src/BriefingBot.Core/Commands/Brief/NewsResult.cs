using BriefingBot.Core.Briefings;

namespace BriefingBot.Core.Commands.Brief;

/// <summary>What is new.</summary>
/// <param name="Title">What it is, in a line; null behind the first page.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Page">What there is.</param>
public sealed record NewsResult(string? Title, NewsRequest Request, NewsPage Page) : CommandResult;
