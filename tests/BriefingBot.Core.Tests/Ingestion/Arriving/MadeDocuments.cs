using System.IO.Compression;
using System.Text;

namespace BriefingBot.Core.Tests.Ingestion.Arriving;

/// <summary>Word, PDF and compressed files, made byte by byte.</summary>
internal static class MadeDocuments
{
    public static byte[] Word(params string[] paragraphs)
    {
        const string Name = "http://schemas.openxmlformats.org/";
        return Zip(
            (
                "[Content_Types].xml",
                $"<Types xmlns=\"{Name}package/2006/content-types\"><Default Extension=\"rels\" "
                    + $"ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
                    + $"PartName=\"/word/document.xml\" "
                    + $"ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                $"<Relationships xmlns=\"{Name}package/2006/relationships\"><Relationship Id=\"r1\" "
                    + $"Type=\"{Name}officeDocument/2006/relationships/officeDocument\" "
                    + $"Target=\"word/document.xml\"/></Relationships>"
            ),
            (
                "word/document.xml",
                $"<w:document "
                    + $"xmlns:w=\"{Name}wordprocessingml/2006/main\"><w:body>{string.Concat(paragraphs.Select(paragraph => $"<w:p><w:r><w:t>{paragraph[..5]}</w:t></w:r><w:r><w:t xml:space=\"preserve\">{paragraph[5..]}</w:t></w:r></w:p>"))}</w:body></w:document>"
            )
        );
    }

    public static byte[] Pdf(params string[] lines)
    {
        string content = "BT /F1 12 Tf 72 720 Td 24 TL " + string.Concat(lines.Select(line => $"({line}) Tj T* ")) + "ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>\nstream\n{content}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        foreach (var (body, number) in objects.Select((body, i) => (body, i + 1)))
        {
            places.Add(file.Length);
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        int table = file.Length;
        file.Append(
            System.Globalization.CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Length + 1}\n0000000000 65535 f "
                + $"\n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}trailer\n<</Size "
                + $"{objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"
        );
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    public static byte[] Gzip(string text)
    {
        using var file = new MemoryStream();
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return file.ToArray();
    }
}
