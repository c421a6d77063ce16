namespace BriefingBot.Configuration;

/// <summary>Section <c>Web</c>: the console and the API.</summary>
internal sealed class WebOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Web";

    /// <summary>The addresses to listen on, separated by semicolons; port 0 takes any free port.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>
    /// The host names that requests may carry, separated by semicolons; <c>*</c> is any. Null: local names only while every address is a
    /// loopback address (so that a page of a foreign site cannot reach the console by DNS rebinding), any otherwise.
    /// </summary>
    public string? AllowedHosts { get; set; }

    /// <summary>The largest request body, in bytes.</summary>
    public int MaxRequestBytes { get; set; } = 64 * 1024;

    /// <summary><see cref="Urls"/>, one by one.</summary>
    public IReadOnlyList<string> Addresses => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
