using System.Text.RegularExpressions;

namespace BriefingBot.EndToEnd.Tests.Architecture;

/// <summary>
/// Rule 6 of docs/DESIGN.md: inside Core each room uses only those before it, so that nothing decides for what it is made of.
/// </summary>
public sealed partial class RoomOrderTests
{
    private const string Root = "BriefingBot.Core";

    /// <summary>The contracts of the outside world stand with the nouns: ingestion fills the store that retrieval reads.</summary>
    private static readonly string[] Order =
    [
        "Language",
        "Text",
        "Coverage",
        "Diagnostics",
        "Secrets",
        "Retrieval.Encoding",
        "Retrieval.Store",
        "Retrieval.Calibration",
        "Stories",
        "Ingestion",
        "Intake",
        "Questions",
        "Retrieval",
        "Answering",
        "Briefings",
        "Conversations",
        "Chat",
        "Subscriptions",
        "Corrections",
        "Commands",
    ];

    private static readonly string Folder = Path.Combine(ProjectFile.Repository, "src", Root);

    public static TheoryData<string> Rooms => [.. Order];

    [Fact]
    public void Every_folder_of_Core_has_its_place_in_the_order() =>
        Assert.Empty(
            Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Except(["bin", "obj"]).Except(Order)
        );

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_those_before_it(string room)
    {
        var later = Order[(Array.IndexOf(Order, room) + 1)..];
        var used = Sources()
            .Where(source => source.Room == room)
            .SelectMany(source => source.Uses.Where(later.Contains).Select(use => $"{source.File} uses {use}"));

        Assert.Empty(used);
    }

    private static IEnumerable<(string File, string Room, IReadOnlyList<string> Uses)> Sources() =>
        from path in Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(Folder, path)
        where !file.StartsWith("obj", StringComparison.Ordinal) && !file.StartsWith("bin", StringComparison.Ordinal)
        let text = File.ReadAllText(path)
        let space = Namespace().Match(text)
        where space.Success
        select (
            file,
            RoomOf(space.Groups[1].Value),
            (IReadOnlyList<string>)[.. Using().Matches(text).Select(match => RoomOf(match.Groups[1].Value))]
        );

    /// <summary>The longest name in the order that the namespace lies in.</summary>
    private static string RoomOf(string space)
    {
        string inside = space == Root ? "" : space[(Root.Length + 1)..];
        return Order.Where(room => inside == room || inside.StartsWith(room + ".", StringComparison.Ordinal)).MaxBy(room => room.Length)
            ?? inside;
    }

    [GeneratedRegex(@"^namespace (BriefingBot\.Core[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (BriefingBot\.Core\.[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
