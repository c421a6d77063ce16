using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Subscriptions;
using BriefingBot.Core.Subscriptions.Schedules;

namespace BriefingBot.Core.Commands.Brief;

/// <summary>The results of <c>brief</c> as blocks. Thread-safe.</summary>
public sealed class BriefLayout(BriefingLayout briefings, TimeProvider clock)
{
    private const int NextTimes = 3;

    /// <summary>What is new, so many entries of it.</summary>
    internal IReadOnlyList<AnswerBlock> Of(NewsResult news, int count)
    {
        if (news.Page.Entries.Count == 0)
        {
            return [CommandBlocks.Paragraph(news.Title is null ? "That was all." : $"{news.Title}.")];
        }

        return briefings.Of(news.Title, news.Page.Entries.Take(count), news.Headings);
    }

    /// <summary>What the button "More" below so many entries carries; null when all is shown.</summary>
    internal static string? MoreOf(NewsResult news, int shown) =>
        shown < news.Page.Entries.Count || news.Page.HasMore
            ? new NewsAction(news.Request.Window, news.Request.From + shown, news.Request.Count, news.Request.Topic).ToString()
            : null;

    /// <summary>The schedules.</summary>
    internal IReadOnlyList<AnswerBlock> Of(SchedulesResult result)
    {
        string where = result.Place.IsPerson ? "you" : "this channel";
        string line = (result.Removed, result.IsSet, result.Schedules.Count) switch
        {
            (0, _, 0) => $"There was no briefing scheduled for {where}.",
            ({ } removed, _, 0) => $"Removed {removed}; no briefing is scheduled for {where} any more.",
            ({ } removed, _, _) => $"Removed {removed}. Still scheduled for {where}:",
            (_, true, _) => $"Scheduled for {where}; a briefing comes when there is something new:",
            (_, _, 0) => $"No briefing is scheduled for {where}. Write for example: brief schedule weekdays 8:30 Europe/Berlin",
            _ => $"Briefings for {where}:",
        };
        return result.Schedules.Count == 0
            ? [CommandBlocks.Paragraph(line)]
            : [CommandBlocks.Paragraph(line), new AnswerBlock(AnswerBlockKind.Lines, [.. result.Schedules.SelectMany(Lines)])];
    }

    private IEnumerable<AnswerUnit> Lines(BriefingSchedule schedule)
    {
        string about = schedule.Topic is null ? "" : $", about {schedule.Topic}";
        yield return new AnswerUnit(
            [
                new Inline(OneLine.Of(schedule.Words), InlineKind.Strong),
                new Inline(
                    $" ({schedule.Cron}, {schedule.Zone}){about}, {schedule.Count} article{(schedule.Count == 1 ? "" : "s")} at most"
                ),
            ],
            KeepsWithNext: true
        );
        if (ScheduleTimes.TryRead(schedule.Cron, schedule.Zone, out var times))
        {
            yield return AnswerUnit.Of(
                $"Next: {string.Join("; ", times.Next(clock.GetUtcNow(), NextTimes).Select(next => ZonedTime.Of(next, times.Zone)))}"
            );
        }
    }
}
