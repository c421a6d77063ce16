namespace BriefingBot.Web.Pages;

/// <summary>Parameters of components.</summary>
internal static class PageParameters
{
    /// <summary>By name.</summary>
    public static Dictionary<string, object?> Of(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        Dictionary<string, object?> named = new(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            named[name] = value;
        }

        return named;
    }
}
