namespace BriefingBot.EndToEnd.Tests.Answers;

/// <summary>News of towns that never were.</summary>
internal static class InventedNews
{
    public static (string Name, string Text) Ferry { get; } =
        (
            "ferry.txt",
            """
            Brakewater ferry sinks off Dunmere, all rescued

            May 3, 2024 - 09:10 By Ida Kestrel
            Rescuers bring passengers of the Brakewater ferry ashore at Dunmere, Thursday. (Coast Guard)

            The Brakewater ferry sank off Dunmere on Thursday morning after it had struck a rock, the coast guard said. All 212 passengers were rescued.

            "We heard a bang. Then the water came. Nobody screamed," said Peter Lind, a passenger from Arnfield.

            Captain Hugo Brandt had left port against the advice of the harbour office because the ferry was already two hours late, the office said in a statement.

            The ferry company Nordline said it would pay for lost luggage. Its shares fell 12 percent on Friday.
            """
        );

    public static (string Name, string Text) FerryInquiry { get; } =
        (
            "ferry-inquiry.txt",
            """
            Inquiry into ferry accident blames captain

            June 20, 2024 - 15:30 By Ida Kestrel

            An inquiry into the sinking of the Brakewater ferry blamed Captain Hugo Brandt on Wednesday and cleared the ferry company Nordline.

            Brandt ignored two warnings about the rock off Dunmere, Judge Clara Moss wrote in her report. The report has 340 pages.

            Nordline will replace the ferry in the spring, it said.
            """
        );

    public static (string Name, string Text) Library { get; } =
        (
            "library.txt",
            """
            Arnfield library reopens after fire

            March 11, 2024 - 10:00 By Tomas Weller

            The Arnfield library reopened on Monday, fourteen months after a fire had destroyed its reading room.

            Mayor Anna Vogt said the town had spent 4.5 million crowns on the repairs. Readers gave 30,000 books.
            """
        );

    public static (string Name, string Text) Strike { get; } =
        (
            "strike.txt",
            """
            Bakers of Farrowby end their strike

            The bakers of Farrowby ended their strike over flour prices after the province had promised to lower the tax on grain.

            The strike had left the town without bread for nine days. Union leader Marta Quill called the promise a victory for every bakery in the province.
            """
        );

    public static (string Name, string Text)[] All { get; } = [Ferry, FerryInquiry, Library, Strike];

    /// <summary>Another paper prints the ferry story with its own byline and headline.</summary>
    public static (string Name, string Text) FerryCopy { get; } =
        (
            "copy.txt",
            Ferry
                .Text.Replace("Brakewater ferry sinks off Dunmere, all rescued", "All rescued as ferry sinks", StringComparison.Ordinal)
                .Replace("May 3, 2024 - 09:10 By Ida Kestrel", "May 3, 2024 - 11:45 By News Wire", StringComparison.Ordinal)
        );
}
