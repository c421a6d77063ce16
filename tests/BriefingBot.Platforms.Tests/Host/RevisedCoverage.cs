namespace BriefingBot.Platforms.Tests.Host;

/// <summary>One article that is revised after it was quoted.</summary>
public sealed class RevisedCoverage(DataFolder data)
{
    public const string Question = "How many people were killed in the bus crash near Harrow?";
    public const string First = "Five people were killed when a bus left the road near Harrow on Friday, police said.";
    public const string Second = "Seven people were killed when a bus left the road near Harrow on Friday, police said.";

    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(data.Path, "coverage")).FullName;

    public void Write(string lead) => File.WriteAllText(
        System.IO.Path.Combine(Path, "bus.md"),
        $"---\ntitle: Bus crash near Harrow\ndate: 2024-06-21\noutlet: The Daily Example\n---\n\n{lead}\n\nThe bus was on its way to the coast. The road stayed closed until Monday.\n");
}
