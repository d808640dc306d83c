"""Where the coefficients of the elementary functions come from: Chebyshev nodes, by mpmath."""
from mpmath import *
mp.dps=60
def cheb(f,n,a,b):
    # interpolate f at n Chebyshev nodes on [a,b], return monomial coefs
    xs=[(a+b)/2+(b-a)/2*cos(pi*(2*k+1)/(2*n)) for k in range(n)]
    A=matrix(n,n); y=matrix(n,1)
    for i,x in enumerate(xs):
        for j in range(n): A[i,j]=x**j
        y[i]=f(x)
    return lu_solve(A,y)
def show(name,c):
    print(name); 
    for v in c: print('   ',repr(float(v)),',')
def err(f,c,a,b,g=lambda x:1):
    m=0
    for i in range(2001):
        x=a+(b-a)*mpf(i)/2000
        if x==0: x=mpf(10)**-20
        p=mpf(0)
        for v in reversed(list(c)): p=p*x+mpf(float(v))
        m=max(m,abs((p-f(x))*g(x)))
    return nstr(m,5)
Y=mpf(1)/16
fs=lambda y: (sin(2*pi*sqrt(y))/sqrt(y)) if y>0 else 2*pi
fc=lambda y: cos(2*pi*sqrt(y))
for n in (7,8,9):
    c=cheb(fs,n,mpf(0),Y); print(n,'sin abs',err(fs,c,mpf(0),Y,lambda y:sqrt(y)))
    if n==8: show('sin',c)
for n in (8,9,10):
    c=cheb(fc,n,mpf(0),Y); print(n,'cos abs',err(fc,c,mpf(0),Y))
    if n==9: show('cos',c)
h=log(mpf(2))/2
fe=lambda r:(exp(r)-1-r)/r**2 if abs(r)>1e-15 else mpf(1)/2
for n in (9,10):
    c=cheb(fe,n,-h,h); print(n,'exp',err(fe,c,-h,h,lambda r:r*r))
    if n==10: show('exp',c)
Y=((sqrt(mpf(2))-1)/(sqrt(mpf(2))+1))**2
fl=lambda y: (log((1+sqrt(y))/(1-sqrt(y)))/sqrt(y)-2)/y if y>mpf(10)**-18 else mpf(2)/3+mpf(2)/5*y
for n in (5,6,7):
    c=cheb(fl,n,mpf(0),Y); print(n,'ln rel',err(fl,c,mpf(0),Y,lambda y:y/2))
    if n==6: show('ln',c)
Y=mpf(1)/16
c=cheb(fc,8,mpf(0),Y); show('cos8',c)
