namespace BriefingBot.Core.Stories.Deciding;

/// <summary>Linked articles by their day, so that only those of the days around are looked through. Not thread-safe.</summary>
internal sealed class NodesByDay
{
    private readonly int _days;
    private readonly Dictionary<int, List<StoryNode>> _dated = [];
    private readonly List<StoryNode> _undated = [];

    /// <summary>Takes the articles that are known at the start.</summary>
    /// <param name="nodes">The articles.</param>
    /// <param name="days">How far "around" reaches.</param>
    public NodesByDay(IEnumerable<StoryNode> nodes, int days)
    {
        _days = days;
        foreach (var node in nodes)
        {
            Add(node);
        }
    }

    public void Add(StoryNode node)
    {
        if (node.Day is not { } day)
        {
            _undated.Add(node);
        }
        else if (_dated.TryGetValue(day.DayNumber, out var same))
        {
            same.Add(node);
        }
        else
        {
            _dated.Add(day.DayNumber, [node]);
        }
    }

    /// <summary>Those of the days around a day, and undated ones; all of them when the day is not known.</summary>
    public IEnumerable<StoryNode> Around(DateOnly? day)
    {
        var dated = day is { } known
            ? Enumerable.Range(known.DayNumber - _days, (2 * _days) + 1).SelectMany(number => _dated.GetValueOrDefault(number, []))
            : _dated.Values.SelectMany(nodes => nodes);
        return dated.Concat(_undated);
    }
}
