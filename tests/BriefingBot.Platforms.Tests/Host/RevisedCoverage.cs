namespace BriefingBot.Platforms.Tests.Host;

/// <summary>One article that is revised after it was quoted.</summary>
public sealed class RevisedCoverage(DataFolder data)
{
    public const string Question = "How many people were killed in the bus crash near Harrow?";
    public const string First = "Five people were killed when a bus left the road near Harrow on Friday, police said.";
    public const string Second = "Seven people were killed when a bus left the road near Harrow on Friday, police said.";

    public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(data.Path, "coverage")).FullName;

    /// <summary>A newer report of the same event by another outlet.</summary>
    public void ReportAgain(string lead) =>
        File.WriteAllText(
            System.IO.Path.Combine(Path, "later.md"),
            $"---\ntitle: Bus crash near Harrow\ndate: 2024-06-22\noutlet: Coast Wire\n---\n\n{lead}\n\nThe bus had "
                + $"been on its way to the coast. An inquiry into the crash was opened.\n"
        );

    /// <summary>Something else altogether.</summary>
    public void WriteOther() =>
        File.WriteAllText(
            System.IO.Path.Combine(Path, "library.md"),
            "---\ntitle: Library opens in Wendton\ndate: 2024-06-20\noutlet: The Daily Example\n---\n\nMayor Anna "
                + "Smith opened the new library of Wendton on Thursday, the town said.\n"
        );

    public void Write(string lead) =>
        File.WriteAllText(
            System.IO.Path.Combine(Path, "bus.md"),
            $"---\ntitle: Bus crash near Harrow\ndate: 2024-06-21\noutlet: The Daily Example\n---\n\n{lead}\n\nThe bus "
                + $"was on its way to the coast. The road stayed closed until Monday.\n"
        );
}
