namespace BriefingBot.Core.Commands.Ask;

/// <summary><c>timeline TOPIC</c>: asked like any question, so that its lines are cited, checked and kept.</summary>
public static class TimelineQuestion
{
    private const string Of = "of ";

    /// <summary>The question; "of" before the topic is not said twice.</summary>
    public static string About(string topic)
    {
        string about = topic.Trim();
        return $"Timeline of {(about.StartsWith(Of, StringComparison.OrdinalIgnoreCase) ? about[Of.Length..].TrimStart() : about)}";
    }
}
