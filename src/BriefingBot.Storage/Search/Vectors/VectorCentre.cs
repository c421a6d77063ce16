using System.Numerics.Tensors;

namespace BriefingBot.Storage.Search.Vectors;

/// <summary>About the mean of the vectors. Signs are taken relative to it, since what all vectors share tells none of them apart.</summary>
internal sealed class VectorCentre
{
    /// <summary>The centre of unit vectors whose mean is given.</summary>
    public VectorCentre(float[] mean)
    {
        Mean = mean;
        Direction = new float[mean.Length];
        Length = mean.Length == 0 ? 0 : TensorPrimitives.Norm<float>(mean);
        if (Length > 0)
        {
            TensorPrimitives.Divide(mean, Length, Direction);
        }
    }

    /// <summary>The mean.</summary>
    public float[] Mean { get; }

    /// <summary>The mean at unit length; zeros when there is none.</summary>
    public float[] Direction { get; }

    /// <summary>The length of the mean.</summary>
    public float Length { get; }
}
