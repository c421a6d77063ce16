using BriefingBot.Core.Briefings;
using BriefingBot.Core.Subscriptions.Schedules;

namespace BriefingBot.Core.Commands.Brief;

/// <summary>What is new.</summary>
/// <param name="Title">What it is, in a line; null behind the first page.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Page">What there is.</param>
/// <param name="Headings">What the entries stand under.</param>
public sealed record NewsResult(string? Title, NewsRequest Request, NewsPage Page, BriefingHeadings Headings) : CommandResult;
